#include "chart/stacked_bar.h"

#include <doctest/doctest.h>

#include "random_charts.h"
#include "shapes.h"

using namespace regioscope::chart;

namespace {

StackedBarChart three_parts(std::vector<Quantity> quantities) {
    StackedBarChart chart;
    chart.parts = {{"Landbouw", Slot::part(1)}, {"Industrie", Slot::part(2)}, {"Diensten", Slot::part(3)}};
    chart.rows = {{"Twente", std::move(quantities)}};
    return chart;
}

Quantity share(double value) {
    return Quantity::point(value, "x");
}

}  // namespace

TEST_CASE("parts stand against each other and fill the whole") {
    const std::vector<Rect> parts =
        shapes_of<Rect>(draw(three_parts({share(10), share(30), share(60)}), 720), "bars");
    REQUIRE(parts.size() == 3);
    CHECK(parts[0].box.right == doctest::Approx(parts[1].box.left));
    CHECK(parts[1].box.width() == doctest::Approx(3 * parts[0].box.width()));
    CHECK(parts[2].box.right == doctest::Approx(720));
}

TEST_CASE("printed parts that add up to 99 or 101 leave no gap and do not stick out") {
    for (const double last : {59, 61})
        CHECK(shapes_of<Rect>(draw(three_parts({share(10), share(30), share(last)}), 720), "bars")
                  .back()
                  .box.right == doctest::Approx(720));
}

TEST_CASE("what a missing part leaves open is hatched, as large as the declared whole says") {
    StackedBarChart chart = three_parts({share(10), Quantity::missing("n.b."), share(60)});
    chart.rows[0].whole = 100;
    const std::vector<Rect> parts = shapes_of<Rect>(draw(chart, 720), "bars");
    REQUIRE(parts.size() == 3);
    CHECK(parts[2].hatch == "missing");
    CHECK(parts[2].box.width() == doctest::Approx(3 * parts[0].box.width()));
}

TEST_CASE("a part that is missing of a whole that is not known is named behind the bar") {
    StackedBarChart chart = three_parts({share(10), Quantity::missing("n.b."), share(60)});
    chart.length = StackedBarChart::Length::amount;
    const Drawing drawing = draw(chart, 640);
    CHECK(shapes_of<Rect>(drawing, "bars").size() == 2);
    const std::vector<Text> values = shapes_of<Text>(drawing, "values");
    CHECK(values.back().text == "Industrie: n.b.");
    CHECK(box_of(values.back()).left > shapes_of<Rect>(drawing, "bars").back().box.right);
    CHECK(box_of(values.back()).right <= 640.001);
}

TEST_CASE("a row of which nothing is known is a hatch, not an empty place") {
    const auto nothing = Quantity::missing("n.b.");
    const Drawing drawing = draw(three_parts({nothing, nothing, nothing}), 720);
    const std::vector<Rect> parts = shapes_of<Rect>(drawing, "bars");
    REQUIRE(parts.size() == 1);
    CHECK(parts[0].hatch == "missing");
    CHECK(texts_of(drawing, "values") == std::vector<std::string>{"n.b."});
}

TEST_CASE("the parts that the title names stand first, in the strongest colours") {
    StackedBarChart chart = three_parts({share(10), share(30), share(60)});
    chart.parts[1].emphasis = Emphasis::highlighted;
    const std::vector<Rect> parts = shapes_of<Rect>(draw(chart, 720), "bars");
    CHECK(parts[0].classes == "bar part named-1");
    CHECK(parts[1].classes == "bar part rest-1");
    CHECK(parts[2].classes == "bar part rest-2");
    CHECK(parts[0].box.width() == doctest::Approx(3 * parts[1].box.width()));
}

TEST_CASE("amounts below zero stand on the other side of it") {
    StackedBarChart chart = three_parts({share(-10), share(20), share(-30)});
    chart.length = StackedBarChart::Length::amount;
    const Drawing drawing = draw(chart, 720);
    const std::vector<Rect> parts = shapes_of<Rect>(drawing, "bars");
    const double zero = shapes_of<Line>(drawing, "axis").front().from.x;
    REQUIRE(parts.size() == 3);
    CHECK(parts[0].box.right == doctest::Approx(zero));
    CHECK(parts[1].box.left == doctest::Approx(zero));
    CHECK(parts[2].box.right == doctest::Approx(parts[0].box.left));
    CHECK(parts[2].box.width() == doctest::Approx(3 * parts[0].box.width()));
}

TEST_CASE("what cannot be shared out is not drawn: words say why") {
    StackedBarChart chart = three_parts({share(10), Quantity::missing("n.b."), share(60)});
    chart.rows[0].instead = "een deel ontbreekt";
    const Drawing drawing = draw(chart, 720);
    REQUIRE(shapes_of<Rect>(drawing, "bars").size() == 1);
    CHECK(shapes_of<Rect>(drawing, "bars")[0].hatch == "missing");
    CHECK(texts_of(drawing, "values") == std::vector<std::string>{"een deel ontbreekt"});
    chart.rows[0] = {"Bremen", {share(0), share(0), share(0)}};
    chart.rows[0].instead = "het totaal is 0";
    const Drawing zero = draw(chart, 720);
    CHECK(shapes_of<Rect>(zero, "bars").empty());  // nothing, and known to be nothing
    CHECK(texts_of(zero, "values") == std::vector<std::string>{"het totaal is 0"});
}

TEST_CASE("a bound is hollow in its stack") {
    const Drawing drawing = draw(three_parts({Quantity::at_least(20, "≥ 20"), share(30), share(50)}), 720);
    CHECK(shapes_of<Rect>(drawing, "bars")[0].classes == "bar part part-1 open");
}

TEST_CASE("names stand over the first bar where they have room, else in a key") {
    StackedBarChart chart = three_parts({share(30), share(30), share(40)});
    const auto swatches = [](const Drawing& drawing) { return shapes_of<Rect>(drawing, "key").size(); };
    CHECK(swatches(draw(chart, 640)) == 0);
    CHECK(texts_of(draw(chart, 640), "key").size() == 3);
    CHECK(swatches(draw(chart, 320)) == 3);
    chart.rows[0].parts[1] = share(0);  // nothing to stand over
    CHECK(swatches(draw(chart, 640)) == 3);
}

TEST_CASE("the parts of any row add up to its bar") {
    Random random(11);
    for (int round = 0; round < 200; ++round) {
        StackedBarChart chart;
        for (int i = 0; i < 6; ++i)
            chart.parts.push_back({"part", Slot::part(i + 1)});
        StackedRow row{"row", {}};
        for (int i = 0; i < 6; ++i)
            row.parts.push_back(share(random.share() * 100));
        chart.rows = {row};
        chart.length = random.one_in(2) ? StackedBarChart::Length::share : StackedBarChart::Length::amount;
        double left = 0;
        double sum = 0;
        double right = 0;
        for (const Rect& part : shapes_of<Rect>(draw(chart, 720), "bars")) {
            if (sum == 0) left = part.box.left;
            sum += part.box.width();
            right = part.box.right;
        }
        CHECK(sum == doctest::Approx(right - left));
        CHECK(right == doctest::Approx(720));
    }
}
