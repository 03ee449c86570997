// What readers see of a figure never says more than is known, and never nothing where there is something.
#include <doctest/doctest.h>

#include "data/value.h"

using namespace regioscope;
using data::Value;

namespace {

std::string seen(Value::Kind kind, const char* low, const char* high, int decimals) {
    return data::shown({kind, *Decimal::parse(low), *Decimal::parse(high)}, decimals).text();
}

std::string seen(Value::Kind kind, const char* number, int decimals) {
    return seen(kind, number, number, decimals);
}

}  // namespace

TEST_CASE("bounds are rounded outwards, points to the nearest") {
    CHECK(seen(Value::Kind::at_least, "2.5", 0) == "2..");
    CHECK(seen(Value::Kind::more_than, "99.96", 1) == "99.9..");
    CHECK(seen(Value::Kind::at_most, "0.4", 0) == "..1");
    CHECK(seen(Value::Kind::less_than, "2.41", 1) == "..2.5");
    CHECK(seen(Value::Kind::range, "2.51", "2.59", 1) == "2.5..2.6");
    CHECK(seen(Value::Kind::point, "2.55", 1) == "2.6");
    // Below zero outwards is the other way.
    CHECK(seen(Value::Kind::at_least, "-2.55", 1) == "-2.6..");
    CHECK(seen(Value::Kind::at_most, "-2.55", 1) == "..-2.5");
}

TEST_CASE("what would round to nothing keeps the digit that says something") {
    CHECK(seen(Value::Kind::point, "0.04", 1) == "0.04");
    CHECK(seen(Value::Kind::point, "-0.004", 1) == "-0.004");
    CHECK(seen(Value::Kind::at_least, "0.04", 1) == "0.04..");
    CHECK(seen(Value::Kind::at_most, "-0.04", 1) == "..-0.04");
    CHECK(seen(Value::Kind::less_than, "0.04", 1) == "..0.1");
    CHECK(seen(Value::Kind::range, "0.02", "0.04", 1) == "0.02..0.04");
    CHECK(seen(Value::Kind::point, "0", 1) == "0.0");
}
