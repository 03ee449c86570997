#include "data/value.h"

#include <doctest/doctest.h>

#include <vector>

using namespace regioscope;
using namespace regioscope::data;

namespace {

Decimal number(std::string_view text) {
    return *Decimal::parse(text);
}

Value make(Value::Kind kind, std::string_view low, std::string_view high = "") {
    return {kind, number(low), number(high.empty() ? low : high)};
}

using Kind = Value::Kind;

/// One of each kind around every number, to hold the laws against.
std::vector<Value> many_values() {
    std::vector<Value> all;
    for (const char* const text :
         {"-700", "-1.5", "0", "0.5", "7.2", "7.20", "48", "650", "700", "750", "2000"}) {
        for (const Kind kind :
             {Kind::point, Kind::about, Kind::at_least, Kind::more_than, Kind::at_most, Kind::less_than}) {
            all.push_back(make(kind, text));
        }
    }
    all.push_back(make(Kind::range, "48", "60"));
    all.push_back(make(Kind::range, "60", "700"));
    all.push_back(make(Kind::range, "7.2", "7.2"));
    return all;
}

}  // namespace

TEST_CASE("points compare exactly") {
    CHECK(less(Value::point(number("7.2")), Value::point(number("7.7"))) == Truth::yes);
    CHECK(less(Value::point(number("7.7")), Value::point(number("7.2"))) == Truth::no);
    CHECK(less(Value::point(number("7.2")), Value::point(number("7.20"))) == Truth::no);
    CHECK(equal(Value::point(number("7.2")), Value::point(number("7.20"))) == Truth::yes);
    CHECK(equal(Value::point(number("9.0")), Value::point(number("9.01"))) == Truth::no);
}

TEST_CASE("a bound decides only what lies beyond it") {
    const Value more = make(Kind::more_than, "2000");
    const Value at_least = make(Kind::at_least, "2000");
    const Value exact = Value::point(2000);
    CHECK(less(exact, more) == Truth::yes);
    CHECK(less(exact, at_least) == Truth::undecided);
    CHECK(equal(exact, more) == Truth::no);
    CHECK(equal(exact, at_least) == Truth::undecided);
    CHECK(less(more, Value::point(3000)) == Truth::undecided);
    CHECK(less(more, exact) == Truth::no);
    CHECK(less(make(Kind::less_than, "5"), Value::point(5)) == Truth::yes);
    CHECK(less(make(Kind::at_most, "5"), Value::point(5)) == Truth::undecided);
    CHECK(less(make(Kind::at_most, "5"), more) == Truth::yes);
}

TEST_CASE("about means half a unit of the last digit that is not 0") {
    const Value about = make(Kind::about, "700");
    CHECK(less(about, Value::point(751)) == Truth::yes);
    CHECK(less(about, Value::point(750)) == Truth::undecided);
    CHECK(less(about, Value::point(649)) == Truth::no);
    CHECK(less(about, Value::point(650)) == Truth::no);
    CHECK(equal(about, Value::point(700)) == Truth::undecided);
    CHECK(equal(about, Value::point(751)) == Truth::no);
    CHECK(equal(make(Kind::about, "1.2"), Value::point(number("1.26"))) == Truth::no);
    CHECK(equal(make(Kind::about, "-700"), Value::point(-650)) == Truth::undecided);
    CHECK(equal(make(Kind::about, "0"), Value::point(number("0.6"))) == Truth::no);
}

TEST_CASE("ranges include their ends") {
    const Value range = make(Kind::range, "48", "60");
    CHECK(less(range, Value::point(61)) == Truth::yes);
    CHECK(less(range, Value::point(60)) == Truth::undecided);
    CHECK(less(range, Value::point(48)) == Truth::no);
    CHECK(equal(make(Kind::range, "48", "48"), Value::point(48)) == Truth::yes);
}

TEST_CASE("the laws of comparison hold for every pair of values") {
    for (const Value& a : many_values()) {
        for (const Value& b : many_values()) {
            INFO(a.text() << " and " << b.text());
            CHECK(equal(a, b) == equal(b, a));
            // What is certainly less is neither equal nor certainly greater.
            if (less(a, b) == Truth::yes) {
                CHECK(less(b, a) == Truth::no);
                CHECK(equal(a, b) == Truth::no);
            }
            if (equal(a, b) == Truth::yes) {
                CHECK(less(a, b) == Truth::no);
                CHECK(less(b, a) == Truth::no);
            }
            // Scaling by a positive factor changes no answer.
            CHECK(less(a.scaled(1000), b.scaled(1000)) == less(a, b));
        }
    }
}

TEST_CASE("truth values follow Kleene") {
    constexpr Truth all[] = {Truth::no, Truth::undecided, Truth::yes};
    const auto rank = [](Truth t) { return t == Truth::no ? 0 : t == Truth::undecided ? 1 : 2; };
    for (const Truth a : all) {
        CHECK(!!a == a);
        for (const Truth b : all) {
            CHECK(rank(both(a, b)) == std::min(rank(a), rank(b)));
            CHECK(rank(either(a, b)) == std::max(rank(a), rank(b)));
        }
    }
}

TEST_CASE("values are published as the docs say") {
    CHECK(Value::point(number("9.0")).text() == "9.0");
    CHECK(make(Kind::about, "700").text() == "700");
    CHECK(make(Kind::at_least, "2000").text() == "2000..");
    CHECK(make(Kind::more_than, "2000").text() == "2000..");
    CHECK(make(Kind::at_most, "5").text() == "..5");
    CHECK(make(Kind::less_than, "5").text() == "..5");
    CHECK(make(Kind::range, "48", "60").text() == "48..60");
}

TEST_CASE("scaling keeps the digits as printed") {
    CHECK(Value::point(48).scaled(1000).text() == "48000");
    CHECK(Value::point(number("54.5")).scaled(1000).text() == "54500");
    CHECK(Value::point(number("7.205")).scaled(10).text() == "72.05");
    CHECK(make(Kind::range, "48", "60").scaled(1000000).text() == "48000000..60000000");
    CHECK(Value::point(number("7.20")).scaled(1).text() == "7.20");
}

TEST_CASE("the middle of a range is drawn, and the number of everything else") {
    CHECK(make(Kind::range, "48", "61").middle().text() == "54.5");
    CHECK(make(Kind::more_than, "2000").middle().text() == "2000");
}
