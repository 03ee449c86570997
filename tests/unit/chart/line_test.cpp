#include "chart/line.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "shapes.h"

using namespace regioscope::chart;

namespace {

double year(int number) {
    return middle_of({number, 1, 1}, {number, 12, 31});
}

LineChart one_line(std::vector<Quantity> quantities) {
    LineChart chart;
    Series series{"Twente", {}, Slot::region(2)};
    int at = 2010;
    for (Quantity& quantity : quantities)
        series.points.push_back({year(at++), std::move(quantity)});
    chart.series = {series};
    return chart;
}

Quantity point(double value, Status status = Status::firm) {
    return Quantity::point(value, "x", status);
}

}  // namespace

TEST_CASE("a line breaks where a figure is missing, and the sign says so") {
    const Drawing drawing =
        draw(one_line({point(1), point(2), Quantity::missing("n.b."), point(4), point(5)}), 720);
    const std::vector<Path> lines = shapes_of<Path>(drawing, "lines");
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].parts.size() == 2);
    CHECK(texts_of(drawing, "missing") == std::vector<std::string>{"n.b."});
}

TEST_CASE("a lone figure between gaps is a marker") {
    const auto missing = Quantity::missing("n.b.");
    const Drawing drawing = draw(one_line({missing, point(2), missing}), 720);
    CHECK(shapes_of<Path>(drawing, "lines").empty());
    CHECK(shapes_of<Marker>(drawing, "markers").size() == 1);
}

TEST_CASE("what leads to an estimate is drawn thin, and its marker is open") {
    const Drawing drawing = draw(one_line({point(1), point(2), point(3, Status::estimated)}), 720);
    const std::vector<Path> lines = shapes_of<Path>(drawing, "lines");
    REQUIRE(lines.size() == 2);
    CHECK(lines[1].classes == "line region-2 uncertain");
    CHECK(shapes_of<Marker>(drawing, "markers").back().classes == "marker region-2 open");
}

TEST_CASE("years of unequal distance keep their distance") {
    LineChart chart = one_line({point(1), point(2), point(3)});
    chart.series[0].points[2].day = year(2020);
    const std::vector<Point> line = shapes_of<Path>(draw(chart, 720), "lines")[0].parts[0];
    CHECK((line[2].x - line[1].x) / (line[1].x - line[0].x) == doctest::Approx(9).epsilon(0.01));
}

TEST_CASE("the scale fits the figures, not zero") {
    CHECK(texts_of(draw(one_line({point(50), point(60)}), 720), "axis").front() == "50");
}

TEST_CASE("names stand at the ends of their lines and never touch") {
    LineChart chart = one_line({point(1), point(2)});
    chart.series.push_back(chart.series[0]);
    chart.series[1].name = "Bremen";
    const std::vector<Text> labels = shapes_of<Text>(draw(chart, 720), "labels");
    REQUIRE(labels.size() == 2);
    CHECK_FALSE(overlap(box_of(labels[0]), box_of(labels[1])));
}

TEST_CASE("many long names make the chart higher rather than leave it") {
    LineChart chart;
    for (int i = 0; i < 20; ++i) {
        chart.series.push_back(one_line({point(1), point(2)}).series[0]);
        chart.series.back().name = "Een regio met een bijzonder lange naam en nog wat";
    }
    const Drawing drawing = draw(chart, 340);
    for (const Text& label : shapes_of<Text>(drawing, "labels"))
        CHECK(box_of(label).bottom <= drawing.height);
}

TEST_CASE("quarters are named as quarters") {
    LineChart chart;
    chart.series = {{"Brainport", {}, Slot::region(4)}};
    for (int month = 1; month <= 10; month += 3)
        chart.series[0].points.push_back({middle_of({2015, month, 1}, {2015, month + 2, 28}), point(month)});
    const std::vector<std::string> texts = texts_of(draw(chart, 720), "axis");
    CHECK(std::count(texts.begin(), texts.end(), "2015-Q2") == 1);
}
