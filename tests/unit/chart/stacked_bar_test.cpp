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

TEST_CASE("a row of which nothing is known is a hatch, not an empty place") {
    const auto nothing = Quantity::missing("n.b.");
    const Drawing drawing = draw(three_parts({nothing, nothing, nothing}), 720);
    const std::vector<Rect> parts = shapes_of<Rect>(drawing, "bars");
    REQUIRE(parts.size() == 1);
    CHECK(parts[0].hatch == "missing");
    CHECK(texts_of(drawing, "values") == std::vector<std::string>{"n.b."});
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
