// d3 is asked about thousands of domains in tests/golden/scales; here stands what a reader of the headers may
// rely on.
#include <doctest/doctest.h>

#include <limits>

#include "chart/scale/band.h"
#include "chart/scale/colour.h"
#include "chart/scale/linear.h"
#include "chart/scale/period.h"

using namespace regioscope::chart;

namespace {

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

std::vector<std::string> labels(double low, double high, double count) {
    std::vector<std::string> texts;
    for (const Tick& tick : make_ticks(low, high, count))
        texts.push_back(tick.number.text());
    return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("ticks read as their step does") {
    CHECK(labels(0, 0.5, 5) == Texts{"0.0", "0.1", "0.2", "0.3", "0.4", "0.5"});
    CHECK(labels(0, 1, 2) == Texts{"0.0", "0.5", "1.0"});
    CHECK(labels(-3, 3, 3) == Texts{"-2", "0", "2"});
    CHECK(labels(0, 50000, 5) == Texts{"0", "10000", "20000", "30000", "40000", "50000"});
    CHECK(labels(1, 0, 2) == Texts{"1.0", "0.5", "0.0"});
}

TEST_CASE("ticks are the doubles nearest to their decimals") {
    CHECK(make_ticks(0, 0.5, 5)[3].value == 0.3);
    CHECK(make_ticks(0, 1e-6, 10)[7].value == 7e-7);
}

TEST_CASE("degenerate questions have plain answers") {
    CHECK(labels(7.2, 7.2, 5) == Texts{"7.2"});
    CHECK(make_ticks(0, 1, 0).empty());
    CHECK(make_ticks(0, 1, -3).empty());
    CHECK(make_ticks(no_number, 1, 5).empty());
    CHECK(make_ticks(0, infinity, 5).empty());
    CHECK(make_ticks(-1.7e308, 1.7e308, 5).empty());
    CHECK(make_ticks(0, 1, 5).size() == 6);
}

TEST_CASE("tick counts follow from the room") {
    CHECK(tick_count_across(720) == 6);
    CHECK(tick_count_across(10) == 2);
    CHECK(tick_count_down(260) == 4);
}

TEST_CASE("an extent leaves out what is no number") {
    CHECK(Extent{3, no_number, -1, infinity}.domain() == Domain{-1, 3});
    CHECK(Extent{}.domain() == Domain{0, 1});
    CHECK(Extent{5}.domain() == Domain{5, 5});
}

TEST_CASE("a domain from zero holds zero and is never empty") {
    CHECK(Extent{3, 7}.domain_from_zero() == Domain{0, 7});
    CHECK(Extent{-3, -7}.domain_from_zero() == Domain{-7, 0});
    CHECK(Extent{0}.domain_from_zero() == Domain{0, 1});
    CHECK(Extent{}.domain_from_zero() == Domain{0, 1});
}

TEST_CASE("nice domains begin and end on ticks") {
    CHECK(nice({0.2, 9.7}, 5) == Domain{0, 10});
    CHECK(nice({9.7, 0.2}, 5) == Domain{10, 0});
    CHECK(nice({4, 4}, 5) == Domain{4, 4});
}

TEST_CASE("linear scales") {
    CHECK(Linear({0, 10}, {0, 100})(2.5) == 25);
    CHECK(Linear({0, 10}, {100, 0})(2.5) == 75);
    CHECK(Linear({3, 3}, {0, 100})(3) == 50);
}

TEST_CASE("bands divide a range evenly") {
    const Band band(4, {0, 400}, {0.5, 0.25});
    CHECK(band.step() == 100);
    CHECK(band.width() == 50);
    CHECK(band(0) == 25);
    CHECK(band.centre(3) == 350);
    CHECK(Band(0, {0, 100}).step() == 100);
}

TEST_CASE("days are counted from 1970") {
    CHECK(day_number({1970, 1, 1}) == 0);
    CHECK(day_number({2016, 3, 1}) - day_number({2016, 2, 28}) == 2);
    CHECK(calendar_day(day_number({1961, 12, 31})).year == 1961);
    CHECK(calendar_day(day_number({1961, 12, 31})).day == 31);
    CHECK(middle_of({2015, 1, 1}, {2015, 12, 31}) == day_number({2015, 7, 2}) + 0.5);
}

TEST_CASE("periods tick in their middles, at a pace that fits") {
    const auto ticks = [](int from, int to, double count) {
        return period_ticks({middle_of({from, 1, 1}, {from, 12, 31}), middle_of({to, 1, 1}, {to, 12, 31})},
                            count);
    };
    CHECK(ticks(2008, 2015, 10).size() == 8);
    CHECK(ticks(2008, 2015, 10).front().day == middle_of({2008, 1, 1}, {2008, 12, 31}));
    CHECK(ticks(1961, 2015, 12).front().year == 1965);
    CHECK(ticks(1961, 2015, 12).size() == 11);
    CHECK(ticks(2014, 2015, 6).front().unit == PeriodTick::Unit::quarter);
    CHECK(ticks(2015, 2015, 6).size() == 0);
    CHECK(period_ticks({no_number, 1}, 6).empty());
    CHECK(period_ticks({0, 1e5}, 5).size() <= 6);
}

TEST_CASE("a sequential scale has seven even steps") {
    const Sequential scale({0, 7});
    CHECK(scale(0) == "step-1");
    CHECK(scale(0.99) == "step-1");
    CHECK(scale(1.01) == "step-2");
    CHECK(scale(7) == "step-7");
    CHECK(scale(-5) == "step-1");
    CHECK(scale(99) == "step-7");
    CHECK(Sequential({3, 3})(3) == "step-4");
}
