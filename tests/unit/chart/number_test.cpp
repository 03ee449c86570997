#include "chart/number.h"

#include <doctest/doctest.h>

#include <limits>

using regioscope::chart::number_text;

TEST_CASE("at most two decimals, no trailing zeros") {
    CHECK(number_text(12) == "12");
    CHECK(number_text(100) == "100");
    CHECK(number_text(0.5) == "0.5");
    CHECK(number_text(1.0 / 3) == "0.33");
    CHECK(number_text(-2.0 / 3) == "-0.67");
}

TEST_CASE("no negative zero, no exponent") {
    CHECK(number_text(-0.0) == "0");
    CHECK(number_text(-0.0004) == "0");
    CHECK(number_text(1e21) == "1000000000000000000000");
    CHECK(number_text(1e-9) == "0");
}

TEST_CASE("what is no number is never written as one") {
    CHECK(number_text(std::numeric_limits<double>::quiet_NaN()) == "0");
    CHECK(number_text(std::numeric_limits<double>::infinity()) == "0");
}
