#include "data/value.h"

#include <algorithm>
#include <optional>

namespace regioscope::data {

namespace {

/// Where a figure lies for certain. No end: unbounded on that side.
struct Interval {
    struct End {
        Decimal at;
        bool open = false;
    };
    std::optional<End> low;
    std::optional<End> high;

    bool is_point() const { return low && high && low->at == high->at; }
};

/// Half a unit of the last digit that is not 0: 50 for 700, 0.05 for 1.2. Of zero: of its last digit.
Decimal half_unit(const Decimal& number) {
    Decimal plain = number;
    while (plain.mantissa() != 0 && plain.mantissa() % 10 == 0) {
        plain = Decimal::scaled(plain.mantissa() / 10, plain.exponent() + 1);
    }
    return Decimal::scaled(5, plain.exponent() - 1);
}

Interval interval_of(const Value& value) {
    using End = Interval::End;
    switch (value.kind) {
        case Value::Kind::point:
            break;
        case Value::Kind::about: {
            const Decimal half = half_unit(value.low);
            return {End{value.low - half}, End{value.low + half}};
        }
        case Value::Kind::at_least:
            return {End{value.low}, std::nullopt};
        case Value::Kind::more_than:
            return {End{value.low, true}, std::nullopt};
        case Value::Kind::at_most:
            return {std::nullopt, End{value.high}};
        case Value::Kind::less_than:
            return {std::nullopt, End{value.high, true}};
        case Value::Kind::range:
            return {End{value.low}, End{value.high}};
    }
    return {End{value.low}, End{value.high}};
}

/// Every number of a is smaller than every number of b.
bool lies_below(const Interval& a, const Interval& b) {
    if (!a.high || !b.low) return false;
    return a.high->at < b.low->at || (a.high->at == b.low->at && (a.high->open || b.low->open));
}

/// No number of a is smaller than any number of b.
bool never_below(const Interval& a, const Interval& b) {
    return a.low && b.high && a.low->at >= b.high->at;
}

/// How a number of that kind loses digits: a lower end downwards, an upper one upwards, others to the
/// nearest.
enum class Towards { nearest, below, above };

Decimal rounded(const Decimal& number, int decimals, Towards towards) {
    if (towards == Towards::nearest) return number.rounded(decimals);
    const bool away_from_zero = number.is_negative() == (towards == Towards::below);
    return number.rounded(decimals, away_from_zero ? Rounding::up : Rounding::down);
}

/// As many decimals as leave something of the number.
int telling_decimals(const Decimal& number, int decimals, Towards towards) {
    if (number.is_zero()) return decimals;
    while (decimals < Decimal::max_digits && rounded(number, decimals, towards).is_zero())
        ++decimals;
    return decimals;
}

/// Zeros of the factor move to its exponent, so that scaling keeps the digits as printed: 54.5 × 1000 is
/// 54500.
Decimal times(const Decimal& number, const Decimal& factor) {
    Decimal plain = factor;
    while (plain.mantissa() != 0 && plain.mantissa() % 10 == 0) {
        plain = Decimal::scaled(plain.mantissa() / 10, plain.exponent() + 1);
    }
    return number * plain;
}

}  // namespace

Truth operator!(Truth truth) {
    switch (truth) {
        case Truth::no:
            return Truth::yes;
        case Truth::yes:
            return Truth::no;
        case Truth::undecided:
            break;
    }
    return Truth::undecided;
}

Truth both(Truth a, Truth b) {
    if (a == Truth::no || b == Truth::no) return Truth::no;
    return a == Truth::yes && b == Truth::yes ? Truth::yes : Truth::undecided;
}

Truth either(Truth a, Truth b) {
    return !both(!a, !b);
}

Value Value::scaled(const Decimal& factor) const {
    return {kind, times(low, factor), times(high, factor)};
}

std::string Value::text() const {
    switch (kind) {
        case Kind::point:
        case Kind::about:
            return low.text();
        case Kind::at_least:
        case Kind::more_than:
            return low.text() + "..";
        case Kind::at_most:
        case Kind::less_than:
            return ".." + high.text();
        case Kind::range:
            return low.text() + ".." + high.text();
    }
    return low.text();
}

Decimal Value::middle() const {
    if (kind != Kind::range) return low;
    return ((low + high) * Decimal::scaled(5, -1)).normalized();
}

Value shown(const Value& value, int decimals) {
    Towards low = Towards::nearest;
    Towards high = Towards::nearest;
    switch (value.kind) {
        case Value::Kind::point:
        case Value::Kind::about:
            break;
        case Value::Kind::at_least:
        case Value::Kind::more_than:
            low = high = Towards::below;
            break;
        case Value::Kind::at_most:
        case Value::Kind::less_than:
            low = high = Towards::above;
            break;
        case Value::Kind::range:
            low = Towards::below;
            high = Towards::above;
            break;
    }
    const int telling =
        std::max(telling_decimals(value.low, decimals, low), telling_decimals(value.high, decimals, high));
    return {value.kind, rounded(value.low, telling, low), rounded(value.high, telling, high)};
}

std::optional<Decimal> lowest_of(const Value& value) {
    const Interval interval = interval_of(value);
    return interval.low ? std::optional(interval.low->at) : std::nullopt;
}

std::optional<Decimal> highest_of(const Value& value) {
    const Interval interval = interval_of(value);
    return interval.high ? std::optional(interval.high->at) : std::nullopt;
}

Truth less(const Value& a, const Value& b) {
    const Interval left = interval_of(a);
    const Interval right = interval_of(b);
    if (never_below(left, right)) return Truth::no;
    return lies_below(left, right) ? Truth::yes : Truth::undecided;
}

Truth equal(const Value& a, const Value& b) {
    const Interval left = interval_of(a);
    const Interval right = interval_of(b);
    if (lies_below(left, right) || lies_below(right, left)) return Truth::no;
    return left.is_point() && right.is_point() ? Truth::yes : Truth::undecided;
}

}  // namespace regioscope::data
