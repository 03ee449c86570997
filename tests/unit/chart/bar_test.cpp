#include "chart/bar.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "chart/svg.h"
#include "shapes.h"

using namespace regioscope::chart;

namespace {

BarChart three_bars() {
    BarChart chart;
    chart.bars = {{"Twente", Quantity::point(7.2, "7,2%"), Slot::region(2)},
                  {"Bremen", Quantity::point(3.6, "3,6%", Status::estimated), Slot::region(6)},
                  {"Emsland", Quantity::missing("n.b."), Slot::region(5)}};
    return chart;
}

}  // namespace

TEST_CASE("bars start at zero and their lengths are proportional") {
    const Drawing drawing = draw(three_bars(), 720);
    const std::vector<Rect> bars = shapes_of<Rect>(drawing, "bars");
    REQUIRE(bars.size() == 3);
    CHECK(bars[0].box.left == doctest::Approx(bars[1].box.left));
    CHECK(bars[0].box.width() == doctest::Approx(2 * bars[1].box.width()));
}

TEST_CASE("an estimate is hatched in its region's colour") {
    const std::vector<Rect> bars = shapes_of<Rect>(draw(three_bars(), 720), "bars");
    CHECK(bars[1].hatch == "region-6");
    CHECK(bars[0].hatch.empty());
}

TEST_CASE("a missing figure is a light hatch with its sign, never a bar of zero") {
    const Drawing drawing = draw(three_bars(), 720);
    const Rect missing = shapes_of<Rect>(drawing, "bars")[2];
    CHECK(missing.hatch == "missing");
    CHECK(missing.box.width() > 100);
    CHECK(texts_of(drawing, "values").back() == "n.b.");
}

TEST_CASE("a range is a bar to its lower end and an open interval behind it") {
    BarChart chart;
    chart.bars = {{"x", Quantity::range(50, 100, "50–100"), Slot::region(1)}};
    const std::vector<Rect> bars = shapes_of<Rect>(draw(chart, 720), "bars");
    REQUIRE(bars.size() == 2);
    CHECK(bars[0].classes == "bar region-1");
    CHECK(bars[1].classes == "bar open interval region-1");
    CHECK(bars[0].box.right == doctest::Approx(bars[1].box.left));
    CHECK(bars[0].box.width() == doctest::Approx(bars[1].box.width()));
}

TEST_CASE("an interval that crosses zero has no certain part") {
    BarChart chart;
    chart.bars = {{"x", Quantity::range(-1, 3, "−1–3"), Slot::region(1)}};
    const std::vector<Rect> bars = shapes_of<Rect>(draw(chart, 720), "bars");
    REQUIRE(bars.size() == 1);
    CHECK(bars[0].classes == "bar open interval region-1");
}

TEST_CASE("quiet bars are grey and keep their region's marker before the name") {
    BarChart chart = three_bars();
    chart.bars[0].emphasis = Emphasis::quiet;
    const Drawing drawing = draw(chart, 720);
    CHECK(shapes_of<Rect>(drawing, "bars")[0].classes == "bar quiet");
    const std::vector<Marker> keys = shapes_of<Marker>(drawing, "names");
    REQUIRE(keys.size() == 1);
    CHECK(keys[0].classes == "marker region-2");
    CHECK(keys[0].shape == MarkerShape::square);
}

TEST_CASE("columns become rows where a name does not fit under its bar") {
    BarChart chart = three_bars();
    chart.layout = BarChart::Layout::columns;
    const Rect standing = shapes_of<Rect>(draw(chart, 720), "bars")[0];
    CHECK(standing.box.height() > standing.box.width());
    chart.bars[0].name = "Vervoersmaatschappijen en havenbedrijvenvereniging";
    const Rect lying = shapes_of<Rect>(draw(chart, 340), "bars")[0];
    CHECK(lying.box.width() > lying.box.height());
}

TEST_CASE("a reference widens the scale and is named above its line") {
    BarChart chart = three_bars();
    const double without = shapes_of<Rect>(draw(chart, 720), "bars")[0].box.width();
    chart.references = {{14.4, "Doel 14,4%", Slot::accent()}};
    const Drawing drawing = draw(chart, 720);
    CHECK(shapes_of<Rect>(drawing, "bars")[0].box.width() == doctest::Approx(without / 2));
    CHECK(texts_of(drawing, "reference-names") == std::vector<std::string>{"Doel 14,4%"});
}

TEST_CASE("references lie behind bars, show as a notch where one covers them, and stop at words") {
    BarChart chart = three_bars();
    chart.references = {{1, "Nederland 1%", Slot::benchmark(1)}, {2, "Doel 2%", Slot::accent()}};
    for (const double width : {640.0, 320.0}) {
        const Drawing drawing = draw(chart, width);
        const auto place = [&](const char* const name) {
            return std::find_if(drawing.groups.begin(), drawing.groups.end(),
                                [&](const Group& group) { return group.name == name; });
        };
        CHECK(place("references") < place("bars"));
        CHECK_FALSE(shapes_of<Line>(drawing, "bars").empty());
        for (const Line& line : shapes_of<Line>(drawing, "references"))
            for (const Text& text : shapes_of<Text>(drawing))
                CHECK_FALSE(overlap(grown(box_of(Shape(line)), 0.5), grown(box_of(text), -1)));
    }
}

TEST_CASE("targets close to each other: no name stands over another's line") {
    BarChart chart;
    chart.bars = {{"Noord", Quantity::point(25, "25%")}};
    chart.references = {{30, "Doel voor 2020, gesteld in november: 30%", Slot::accent()},
                        {40, "Doel voor 2020, gesteld in april: 40%", Slot::accent()}};
    const Drawing drawing = draw(chart, 640);
    const std::vector<Text> names = shapes_of<Text>(drawing, "reference-names");
    REQUIRE(names.size() == 2);
    std::vector<double> lines;
    for (const Line& line : shapes_of<Line>(drawing, "references"))
        if (lines.empty() || lines.back() != line.from.x) lines.push_back(line.from.x);
    REQUIRE(lines.size() == 2);
    CHECK(box_of(names[0]).right < lines[1]);
    CHECK(std::abs(box_of(names[0]).right - lines[0]) < 5);
    CHECK(std::abs(box_of(names[1]).right - lines[1]) < 5);
}

TEST_CASE("a reservation tints a bar, and only what is not settled is hollow or hatched") {
    BarChart chart;
    for (const Status status : {Status::firm, Status::reserved, Status::provisional, Status::estimated})
        chart.bars.push_back({"x", Quantity::point(5, "5", status), Slot::region(1)});
    const std::vector<Rect> bars = shapes_of<Rect>(draw(chart, 640), "bars");
    CHECK(bars[0].classes == "bar region-1");
    CHECK(bars[1].classes == "bar region-1 reserved");
    CHECK(bars[2].classes == "bar region-1 open");
    CHECK(bars[3].hatch == "region-1");
}
