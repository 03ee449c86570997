#include "chart/remark.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "chart/bar.h"
#include "chart/line.h"
#include "shapes.h"

using namespace regioscope::chart;

namespace {

Quantity said(double value, std::string text) {
    Quantity quantity = Quantity::point(value, "x");
    quantity.remark = {"A", std::move(text)};
    return quantity;
}

}  // namespace

TEST_CASE("a remark stands beside its mark, on the bar's own row behind the figure") {
    BarChart chart;
    chart.bars = {{"Twente", said(3, "Hier ging iets dicht")}, {"Rijnmond", Quantity::point(9, "9")}};
    const Drawing drawing = with_remarks(draw(chart, 720));
    const std::vector<Text> remarks = shapes_of<Text>(drawing, "remarks");
    REQUIRE(remarks.size() == 1);
    CHECK(remarks[0].text == "Hier ging iets dicht");
    const Rect bar = shapes_of<Rect>(drawing, "bars").front();
    CHECK(box_of(remarks[0]).left > bar.box.right);
    CHECK(box_of(remarks[0]).top < bar.box.bottom);
    CHECK(box_of(remarks[0]).bottom > bar.box.top);
}

TEST_CASE("words that find no room leave their sign") {
    BarChart chart;
    const std::string long_words =
        "Een verhaal dat langer is dan elke ruimte die een smalle grafiek kan bieden, "
        "hoe men het ook breekt en waar men het ook neerzet, want het houdt niet op";
    for (int i = 0; i < 8; ++i)
        chart.bars.push_back({"Regio", said(9, long_words)});
    const std::vector<std::string> texts = texts_of(with_remarks(draw(chart, 320)), "remarks");
    CHECK_FALSE(texts.empty());
    CHECK(std::all_of(texts.begin(), texts.end(), [](const std::string& text) { return text == "A"; }));
}

TEST_CASE("a remark on a line touches neither lines nor labels") {
    LineChart chart;
    Series up{"op", {}, Slot::region(1)};
    Series down{"neer", {}, Slot::region(2)};
    for (int year = 0; year < 6; ++year) {
        up.points.push_back({year * 365.0, Quantity::point(year, "x")});
        down.points.push_back({year * 365.0, Quantity::point(5 - year, "x")});
    }
    up.points[2].quantity.remark = {"A", "Philips kondigt aan dat de fabriek sluit"};
    chart.series = {up, down};
    const Drawing drawing = with_remarks(draw(chart, 720));
    const std::vector<Text> remarks = shapes_of<Text>(drawing, "remarks");
    REQUIRE_FALSE(remarks.empty());
    CHECK(remarks.front().text != "A");
    for (const Text& remark : remarks) {
        for (const Path& line : shapes_of<Path>(drawing, "lines")) {
            for (const std::vector<Point>& part : line.parts) {
                for (std::size_t i = 1; i < part.size(); ++i) {
                    for (double at = 0; at <= 1; at += 0.01) {
                        const double x = part[i - 1].x + at * (part[i].x - part[i - 1].x);
                        const double y = part[i - 1].y + at * (part[i].y - part[i - 1].y);
                        CHECK_FALSE(overlap(box_of(remark), Box{x, y, x + 0.01, y + 0.01}));
                    }
                }
            }
        }
    }
}

TEST_CASE("a stretch of time is shaded and carries its words inside") {
    LineChart chart;
    Series series{"op", {}, Slot::region(1)};
    for (int year = 0; year < 8; ++year)
        series.points.push_back({year * 365.0, Quantity::point(year, "x")});
    chart.series = {series};
    chart.remarks = {{365, 5 * 365, {"B", "Kredietcrisis"}}};
    const Drawing drawing = with_remarks(draw(chart, 720));
    const std::vector<Rect> stretches = shapes_of<Rect>(drawing, "stretches");
    const std::vector<Text> remarks = shapes_of<Text>(drawing, "remarks");
    REQUIRE(stretches.size() == 1);
    REQUIRE(remarks.size() == 1);
    CHECK(remarks[0].text == "Kredietcrisis");
    CHECK(box_of(remarks[0]).left >= stretches[0].box.left);
    CHECK(box_of(remarks[0]).right <= stretches[0].box.right);
}

TEST_CASE("a drawing without remarks stays as it is") {
    BarChart chart;
    chart.bars = {{"Twente", Quantity::point(3, "3")}};
    const Drawing plain = draw(chart, 720);
    CHECK(with_remarks(plain).groups.size() == plain.groups.size());
}
