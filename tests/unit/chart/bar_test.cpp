#include "chart/bar.h"

#include <doctest/doctest.h>

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
