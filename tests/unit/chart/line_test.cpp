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

TEST_CASE("a reservation tints the marker and leaves the line as it is") {
    const Drawing drawing = draw(one_line({point(1), point(2), point(3, Status::reserved)}), 720);
    CHECK(shapes_of<Path>(drawing, "lines").size() == 1);
    CHECK(shapes_of<Marker>(drawing, "markers").back().classes == "marker region-2 reserved");
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
    const std::vector<Marker> at = shapes_of<Marker>(draw(chart, 720), "markers");
    CHECK((at[2].centre.x - at[1].centre.x) / (at[1].centre.x - at[0].centre.x) ==
          doctest::Approx(9).epsilon(0.01));
}

TEST_CASE("a long time without figures is dotted, the usual step is not") {
    LineChart chart = one_line({point(1), point(2), point(3), point(4)});
    chart.series[0].points[3].day = year(2030);
    const std::vector<Path> lines = shapes_of<Path>(draw(chart, 720), "lines");
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].classes == "line region-2");
    CHECK(lines[1].classes == "line region-2 bridge");
    CHECK(lines[1].parts[0].size() == 2);
    for (LinePoint& each : chart.series[0].points)
        each.day = year(2010) + (each.day - year(2010)) * 5;
    chart.series[0].points[3].day = year(2025);
    CHECK(shapes_of<Path>(draw(chart, 720), "lines").size() == 1);
}

TEST_CASE("a series that ends early is named at its end, and no leader crosses the plot") {
    LineChart chart = one_line({point(1), point(1), point(1), point(1)});
    chart.series.push_back({"Bremen", {{year(2011), Quantity::point(5, "5")}}, Slot::region(6)});
    const Drawing drawing = draw(chart, 640);
    const std::vector<Text> labels = shapes_of<Text>(drawing, "labels");
    const auto bremen =
        std::find_if(labels.begin(), labels.end(), [](const Text& text) { return text.text == "Bremen 5"; });
    REQUIRE(bremen != labels.end());
    const std::vector<Marker> markers = shapes_of<Marker>(drawing, "markers");
    CHECK(std::abs(box_of(*bremen).left - markers.back().centre.x) < 40);
    const double right = shapes_of<Line>(drawing, "grid").front().to.x;
    for (const Path& leader : shapes_of<Path>(drawing, "leaders"))
        CHECK(box_of(Shape(leader)).left >= right - 3);
}

TEST_CASE("who has no figure at all is not in the plot but said below it") {
    LineChart chart = one_line({point(1), point(2)});
    for (const char* const name : {"Emsland", "Bremen"})
        chart.series.push_back({name, {{year(2010), Quantity::missing("[x]")}}, Slot::region(5)});
    const Drawing drawing = draw(chart, 640);
    CHECK(texts_of(drawing, "missing").empty());
    CHECK(texts_of(drawing, "notes") == std::vector<std::string>{"Emsland, Bremen: [x]"});
}

TEST_CASE("the axis of counts has whole numbers, that of shares ends at 100") {
    LineChart counts = one_line({point(1), point(2)});
    counts.axis.is_whole = true;
    for (const Text& text : shapes_of<Text>(draw(counts, 640), "axis"))
        CHECK(text.text.find('.') == std::string::npos);
    LineChart share = one_line({point(100)});
    share.axis.most = 100;
    const std::vector<std::string> ticks = texts_of(draw(share, 640), "axis");
    CHECK(std::count(ticks.begin(), ticks.end(), "100") == 1);
    for (const std::string& tick : ticks)
        CHECK(std::stod(tick) <= 2015);
    CHECK(value_domain(share).high == 100);
}

TEST_CASE("periods that are named stand where their figures stand") {
    LineChart chart = one_line({point(1), point(2), point(3)});
    const CalendarDay days[] = {{2015, 1, 1}, {2015, 7, 1}, {2016, 1, 1}};
    const char* const names[] = {"1 januari 2015", "1 juli 2015", "1 januari 2016"};
    for (std::size_t i = 0; i < 3; ++i) {
        chart.series[0].points[i].day = middle_of(days[i], days[i]);
        chart.periods.named.push_back({chart.series[0].points[i].day, names[i]});
    }
    const Drawing drawing = draw(chart, 640);
    const std::vector<Text> axis = shapes_of<Text>(drawing, "axis");
    const auto tick =
        std::find_if(axis.begin(), axis.end(), [](const Text& text) { return text.text == "1 juli 2015"; });
    REQUIRE(tick != axis.end());
    CHECK(tick->at.x == doctest::Approx(shapes_of<Marker>(drawing, "markers")[1].centre.x));
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
        CHECK(box_of(label).bottom <= drawing.height + 1e-9);
}

TEST_CASE("quarters are named as quarters") {
    LineChart chart;
    chart.series = {{"Brainport", {}, Slot::region(4)}};
    for (int month = 1; month <= 10; month += 3)
        chart.series[0].points.push_back({middle_of({2015, month, 1}, {2015, month + 2, 28}), point(month)});
    const std::vector<std::string> texts = texts_of(draw(chart, 720), "axis");
    CHECK(std::count(texts.begin(), texts.end(), "2015-Q2") == 1);
}
