#include "tabular/number_style.h"

#include <doctest/doctest.h>

using namespace regioscope::tabular;

TEST_CASE("a number tells its decimal sign, or leaves it open") {
    CHECK(hint_of("4,1") == NumberHint::decimal_comma);
    CHECK(hint_of("4.15") == NumberHint::decimal_point);
    CHECK(hint_of("1.234") == NumberHint::either);
    CHECK(hint_of("1,234") == NumberHint::either);
    CHECK(hint_of("0,123") == NumberHint::decimal_comma);
    CHECK(hint_of("1.234.567") == NumberHint::decimal_comma);
    CHECK(hint_of("1.234,5") == NumberHint::decimal_comma);
    CHECK(hint_of("1,234.5") == NumberHint::decimal_point);
    CHECK(hint_of("1234.567") == NumberHint::decimal_point);
    CHECK(hint_of("627123") == NumberHint::none);
    CHECK(hint_of("1 234") == NumberHint::none);
}

TEST_CASE("digits are those that are printed") {
    const NumberStyle dutch{',', "."};
    CHECK(dutch.digits_of("7,20") == "7.20");
    CHECK(dutch.digits_of("1.400.900") == "1400900");
    CHECK(dutch.digits_of("-0,5") == "-0.5");
    CHECK(dutch.digits_of("− 0,5") == "-0.5");
    CHECK(dutch.digits_of("007") == "7");
    CHECK(dutch.digits_of("1 234,5") == "1234.5");
    CHECK_FALSE(dutch.digits_of("1.23"));
    CHECK_FALSE(dutch.digits_of("1,234,567"));
    CHECK_FALSE(dutch.digits_of("4,1a"));
    CHECK_FALSE(dutch.digits_of(""));
    const NumberStyle english{'.', ","};
    CHECK(english.digits_of("1,234.5") == "1234.5");
    CHECK(english.digits_of(".5") == "0.5");
}
