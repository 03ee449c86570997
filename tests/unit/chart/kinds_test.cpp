// What each of the smaller kinds promises beyond what property_test.cpp holds for all.
#include <doctest/doctest.h>

#include <algorithm>

#include "chart/choropleth.h"
#include "chart/diverging_bar.h"
#include "chart/dot_plot.h"
#include "chart/dot_strip.h"
#include "chart/grouped_bar.h"
#include "chart/heatmap.h"
#include "chart/ladder.h"
#include "chart/locator_map.h"
#include "chart/scatter.h"
#include "chart/slope.h"
#include "chart/small_multiples.h"
#include "chart/timeline.h"
#include "shapes.h"

using namespace regioscope::chart;

namespace {

Quantity point(double value, Status status = Status::firm) {
    return Quantity::point(value, "x", status);
}
const Quantity missing = Quantity::missing("n.b.");

using Texts = std::vector<std::string>;

bool holds(const Texts& texts, const std::string& text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

}  // namespace

TEST_CASE("grouped bars: one bar per series and group; the first group says who is who, else a key") {
    GroupedBarChart chart;
    chart.series = {{"Twente", Slot::region(2)}, {"Nederland", Slot::benchmark(1)}};
    chart.groups = {{"Laag", {point(1), point(2)}}, {"Hoog", {point(3), missing}}};
    const Drawing drawing = draw(chart, 640);
    CHECK(shapes_of<Rect>(drawing, "bars").size() == 4);
    CHECK(texts_of(drawing, "key").empty());
    CHECK(holds(texts_of(drawing, "values"), "x  Twente"));
    chart.groups[0].quantities[1] = missing;
    CHECK(texts_of(draw(chart, 640), "key") == Texts{"Twente", "Nederland"});
}

TEST_CASE("diverging bars: equal distances are equally long on both sides, names stand opposite") {
    DivergingBarChart chart;
    chart.bars = {{"hoger", point(2)}, {"lager", point(-2)}};
    const Drawing drawing = draw(chart, 720);
    const std::vector<Rect> bars = shapes_of<Rect>(drawing, "bars");
    CHECK(bars[0].box.width() == doctest::Approx(bars[1].box.width()));
    CHECK(bars[0].box.left == doctest::Approx(360));
    CHECK(bars[1].box.right == doctest::Approx(360));
    const std::vector<Text> names = shapes_of<Text>(drawing, "names");
    CHECK(box_of(names[0]).right < 360);
    CHECK(box_of(names[1]).left > 360);
}

TEST_CASE("dot plot: a connector from the lowest to the highest, figures outside them") {
    DotPlot chart;
    chart.series = {{"2006", Slot::context(), true}, {"2015", Slot::accent()}};
    chart.rows = {{"Twente", {Quantity::point(60, "60"), Quantity::point(50, "50")}, Slot::region(2)}};
    const Drawing drawing = draw(chart, 720);
    const Line connector = shapes_of<Line>(drawing, "connectors").front();
    CHECK(connector.from.x < connector.to.x);
    const std::vector<Text> values = shapes_of<Text>(drawing, "values");
    CHECK(values[0].text == "50");
    CHECK(box_of(values[0]).right < connector.from.x);
    CHECK(box_of(values[1]).left > connector.to.x);
}

TEST_CASE("dot plot: which moment is missing is said") {
    DotPlot chart;
    chart.series = {{"2006", Slot::context(), true}, {"2015", Slot::accent()}};
    chart.rows = {{"Emsland", {missing, point(70)}}, {"Twente", {point(10), point(20)}}};
    CHECK(holds(texts_of(draw(chart, 720), "values"), "2006: n.b."));
}

TEST_CASE("dot strip: every row has a scale of its own, the highlighted figure is printed") {
    DotStrip chart;
    for (const double unit : {1.0, 1000.0})
        chart.rows.push_back({"Maat",
                              {{"a", point(unit)},
                               {"b", point(3 * unit), Slot::region(2), Emphasis::highlighted},
                               {"c", missing}},
                              "2e van 3"});
    const Drawing drawing = draw(chart, 720);
    const std::vector<Marker> dots = shapes_of<Marker>(drawing, "markers");
    REQUIRE(dots.size() == 6);
    CHECK(dots[0].centre.x == doctest::Approx(dots[3].centre.x));
    CHECK(holds(texts_of(drawing, "values"), "n.b."));
    CHECK(holds(texts_of(drawing, "values"), "2e van 3"));
}

TEST_CASE("dot strip: equal figures stand above each other, not on each other") {
    DotStrip chart;
    chart.rows = {{"Maat", {{"a", point(5)}, {"b", point(5)}, {"c", point(9)}}, ""}};
    const std::vector<Marker> dots = shapes_of<Marker>(draw(chart, 720), "markers");
    CHECK(std::abs(dots[1].centre.y - dots[2].centre.y) >= 6);
}

TEST_CASE("dot strip: the hairline runs from the lowest to the highest, and both carry their figure") {
    DotStrip chart;
    chart.rows = {{"Maat",
                   {{"a", Quantity::point(3, "3%")},
                    {"b", Quantity::point(5, "5%"), Slot::region(2), Emphasis::highlighted},
                    {"c", Quantity::point(11, "11%")}},
                   ""}};
    for (const double width : {640.0, 320.0}) {
        const Drawing drawing = draw(chart, width);
        CHECK(texts_of(drawing, "values") == Texts{"3%", "5%", "b", "11%"});
        const Line hairline = shapes_of<Line>(drawing, "strips").front();
        std::vector<Marker> dots = shapes_of<Marker>(drawing, "markers");
        std::sort(dots.begin(), dots.end(),
                  [](const Marker& a, const Marker& b) { return a.centre.x < b.centre.x; });
        CHECK(hairline.from.x == doctest::Approx(dots.front().centre.x));
        CHECK(hairline.to.x == doctest::Approx(dots.back().centre.x));
        CHECK(dots[1].radius > dots[0].radius);
    }
    chart.names = DotStrip::Names::left_out;
    CHECK(texts_of(draw(chart, 640), "values") == Texts{"3%", "5%", "11%"});
}

TEST_CASE("dot strip: what is joined stays on the line, the others are grey behind") {
    DotStrip chart;
    chart.joins_highlighted = true;
    chart.rows = {{"Maat",
                   {{"a", point(5), Slot::region(1), Emphasis::highlighted},
                    {"b", point(5.1), Slot::region(2), Emphasis::highlighted},
                    {"c", point(9), Slot::region(3)}},
                   ""}};
    const Drawing drawing = draw(chart, 640);
    const std::vector<Marker> dots = shapes_of<Marker>(drawing, "markers");
    CHECK(dots[0].classes == "marker region-3 quiet");
    const Line connector = shapes_of<Line>(drawing, "connectors").front();
    for (const Marker& dot : {dots[1], dots[2]})
        CHECK(dot.centre.y == doctest::Approx(connector.from.y));
    chart.rows[0].dots[1].quantity = missing;
    CHECK(shapes_of<Line>(draw(chart, 640), "connectors").empty());
}

TEST_CASE("scatter: a point without both figures is named below, not drawn") {
    ScatterChart chart;
    chart.points = {{"Twente", point(1), point(2), Slot::region(2)},
                    {"Bremen", point(1), missing, Slot::region(6)}};
    const Drawing drawing = draw(chart, 720);
    CHECK(shapes_of<Marker>(drawing, "markers").size() == 1);
    CHECK(texts_of(drawing, "notes") == Texts{"Bremen: n.b."});
}

TEST_CASE("slope: the right end carries the name, the left one too when the right is missing") {
    SlopeChart chart;
    chart.before = "2006";
    chart.after = "2015";
    chart.slopes = {{"Twente", Quantity::point(20, "20 %"), Quantity::point(17, "17 %")},
                    {"Bremen", Quantity::point(22, "22 %"), missing}};
    const Drawing drawing = draw(chart, 720);
    const Texts labels = texts_of(drawing, "labels");
    CHECK(holds(labels, "20 %"));
    CHECK(holds(labels, "Twente 17 %"));
    CHECK(holds(labels, "Bremen 22 %"));
    CHECK(texts_of(drawing, "notes") == Texts{"Bremen 2015: n.b."});
}

TEST_CASE("slope: the change stands in bold behind the figure") {
    SlopeChart chart;
    chart.slopes = {{"Bedrijven", Quantity::point(100, "970"), Quantity::point(113, "1.095")}};
    chart.slopes[0].change = "+13%";
    const std::vector<Text> labels = shapes_of<Text>(draw(chart, 640), "labels");
    REQUIRE(labels.back().text == "+13%");
    CHECK(labels.back().style == TextStyle::strong);
    CHECK(box_of(labels.back()).left > box_of(labels[labels.size() - 2]).right);
}

TEST_CASE("heatmap: rows have scales of their own") {
    Heatmap chart;
    chart.columns = {"a", "b"};
    chart.rows = {{"klein", {point(1), point(2)}}, {"groot", {missing, point(100)}}};
    const std::vector<Rect> cells = shapes_of<Rect>(draw(chart, 720), "cells");
    CHECK(cells[0].classes == "cell step-1");
    CHECK(cells[1].classes == "cell step-7");
    CHECK(cells[2].classes == "cell missing");
    CHECK(cells[3].classes == "cell step-4");
}

TEST_CASE("small multiples: the same figure stands at the same height in every panel") {
    SmallMultiples chart;
    for (const double top : {10.0, 100.0}) {
        Panel panel{"Paneel", {}};
        panel.chart.series = {{"x", {{0, point(10)}, {365, point(top)}}, Slot::region(1)}};
        chart.panels.push_back(panel);
    }
    const auto first_point = [](const Drawing& drawing, std::size_t panel) {
        return shapes_of<Path>(drawing, "lines")[panel].parts[0][0];
    };
    const Drawing shared = draw(chart, 720);
    CHECK(first_point(shared, 0).y == doctest::Approx(first_point(shared, 1).y));
    CHECK(first_point(shared, 0).x < first_point(shared, 1).x);
    chart.scales = SmallMultiples::Scales::per_panel;
    const Drawing apart = draw(chart, 720);
    CHECK(std::abs(first_point(apart, 0).y - first_point(apart, 1).y) > 20);
}

TEST_CASE("timeline: events are drawn by day, whatever their order; narrow, as a list") {
    Timeline chart;
    chart.events = {{1000, 1000, "1972", "later"}, {0, 0, "1970", "eerder"}};
    CHECK(texts_of(draw(chart, 340), "labels") == Texts{"1970", "eerder", "1972", "later"});
    const std::vector<Marker> markers = shapes_of<Marker>(draw(chart, 720), "markers");
    CHECK(markers[0].centre.x < markers[1].centre.x);
}

TEST_CASE("timeline: lanes are true to time, and the first of each is told by its year") {
    Timeline chart;
    chart.lanes = {{"Rijnmond", Slot::region(3)}, {"Vierkant voor Werk", Slot::region(1)}};
    for (const int year : {1968, 1984, 2006}) {
        const double day = middle_of({year, 1, 1}, {year, 12, 31});
        chart.events.push_back({day, day, std::to_string(year), "Samenwerking", Slot::region(3)});
    }
    const double late = middle_of({2014, 1, 1}, {2014, 12, 31});
    chart.events.push_back({late, late, "2014", "Techniekpact", Slot::region(1), Emphasis::normal, 1});
    const Drawing drawing = draw(chart, 640);
    std::vector<double> places;
    for (const Marker& marker : shapes_of<Marker>(drawing, "markers"))
        if (!marker.tip.empty()) places.push_back(marker.centre.x);
    REQUIRE(places.size() == 4);
    CHECK((places[2] - places[1]) / (places[1] - places[0]) == doctest::Approx(22.0 / 16).epsilon(0.01));
    CHECK((places[3] - places[0]) / (places[1] - places[0]) == doctest::Approx(46.0 / 16).epsilon(0.01));
    CHECK(holds(texts_of(drawing, "labels"), "1968 Samenwerking"));
    CHECK(holds(texts_of(drawing, "labels"), "2014 Techniekpact"));
}

TEST_CASE("timeline: no leader runs through a label") {
    Timeline chart;
    for (int i = 0; i < 30; ++i)
        chart.events.push_back({i * 97.0, i * 97.0, "1970", "Een gebeurtenis met een naam"});
    const Drawing drawing = draw(chart, 720);
    for (const Path& leader : shapes_of<Path>(drawing, "leaders"))
        for (const Text& label : shapes_of<Text>(drawing, "labels"))
            CHECK_FALSE(overlap(grown(box_of(Shape(leader)), 0.5), box_of(label)));
}

TEST_CASE("ladder: the highest rung stands at the top; items off the ladder are not drawn") {
    Ladder chart;
    chart.rungs = {"laag", "hoog"};
    chart.items = {{"a", 0, Slot::region(1)}, {"b", 1, Slot::region(2), Status::provisional}, {"c", 7}};
    const std::vector<Marker> markers = shapes_of<Marker>(draw(chart, 720), "markers");
    REQUIRE(markers.size() == 2);
    CHECK(markers[1].centre.y < markers[0].centre.y);
    CHECK(markers[1].classes == "marker region-2 open");
}

TEST_CASE("choropleth: the higher the deeper, missing ones stay empty, words stay clear of borders") {
    const auto box = [](double west, double east) {
        return Rings{{{west, 52}, {east, 52}, {east, 53}, {west, 53}}};
    };
    Choropleth chart;
    chart.missing = "geen cijfer";
    chart.regions = {
        {"laag", point(1), box(5, 6)}, {"hoog", point(9), box(6, 7)}, {"leeg", missing, box(7, 8)}};
    const Drawing drawing = draw(chart, 640);
    const std::vector<Path> areas = shapes_of<Path>(drawing, "areas");
    REQUIRE(areas.size() == 3);
    CHECK(areas[0].classes == "area step-1");
    CHECK(areas[1].classes == "area step-7");
    CHECK(areas[2].classes == "area missing");
    for (const Text& text : shapes_of<Text>(drawing, "labels")) {
        const Box words = box_of(text);
        const auto crosses = [&](const Path& area) {
            const Box land = box_of(Shape(area));
            return overlap(land, words) && !(land.left <= words.left && words.right <= land.right);
        };
        CHECK_MESSAGE(std::none_of(areas.begin(), areas.end(), crosses), text.text);
    }
}

TEST_CASE("choropleth: without boundaries a region is a disc; equal figures have one shade") {
    Choropleth chart;
    chart.regions = {{"noord", point(4), {}, {6, 53}}, {"oost", point(4), {}, {8, 52}}};
    const Drawing drawing = draw(chart, 640);
    CHECK(shapes_of<Marker>(drawing, "areas").size() == 2);
    CHECK(shapes_of<Rect>(drawing, "key").size() == 1);
}

TEST_CASE("map: the middle of a shape lies in it, whatever its form") {
    // A horseshoe, whose centre of mass lies outside.
    const Path shape{
        {{{0, 0}, {30, 0}, {30, 10}, {10, 10}, {10, 20}, {30, 20}, {30, 30}, {0, 30}}}, "area", {}, true};
    const auto middle = middle_of(shape);
    REQUIRE(middle);
    CHECK(contains(shape, *middle));
    CHECK_FALSE(contains(shape, {20, 15}));
    CHECK_FALSE(middle_of(Path{}));
}

TEST_CASE("map: a small one leaves the names to the list beside it") {
    LocatorMap chart;
    chart.regions = {{"noord", Slot::region(1), {6, 53}}, {"oost", Slot::region(2), {8, 52}}};
    const Drawing drawing = draw(chart, 170);
    CHECK(shapes_of<Text>(drawing).empty());
    CHECK(shapes_of<Marker>(drawing, "markers").size() == 2);
}

TEST_CASE("map: north is up, east is right; land outside the frame is cut off") {
    LocatorMap chart;
    chart.regions = {{"noord", Slot::region(1), {6, 53}}, {"oost", Slot::region(2), {8, 52}}};
    chart.land = {{{{-20, 40}, {30, 40}, {30, 65}, {-20, 65}}}, {{{100, 0}, {101, 0}, {101, 1}}}};
    const Drawing drawing = draw(chart, 720);
    const std::vector<Marker> markers = shapes_of<Marker>(drawing, "markers");
    CHECK(markers[0].centre.y < markers[1].centre.y);
    CHECK(markers[0].centre.x < markers[1].centre.x);
    const std::vector<Path> land = shapes_of<Path>(drawing, "land-areas");
    REQUIRE(land.size() == 1);
    CHECK(box_of(Shape(land[0])).right <= 720.001);
    CHECK(texts_of(drawing, "labels") == Texts{"noord", "oost"});
}
