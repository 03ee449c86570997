// A figure as a source states it: a point, "about", a bound or a range of exact decimals.
#pragma once

#include <optional>
#include <string>

#include "base/decimal.h"

namespace regioscope::data {

/// A comparison of inexact figures can come out either way.
enum class Truth { no, yes, undecided };

Truth operator!(Truth truth);
Truth both(Truth a, Truth b);
Truth either(Truth a, Truth b);

struct Value {
    enum class Kind { point, about, at_least, more_than, at_most, less_than, range };

    Kind kind = Kind::point;
    /// The number; a range's lower end.
    Decimal low;
    /// A range's upper end; else equal to low.
    Decimal high;

    static Value point(Decimal number) { return {Kind::point, number, number}; }

    /// times a positive factor (a table's `scale`).
    Value scaled(const Decimal& factor) const;

    /// As observations.csv writes it: `7.2`, `2000..`, `..5`, `48..60`.
    std::string text() const;

    /// The one number that a chart draws and a sort uses: the point, the bound, a range's middle.
    Decimal middle() const;

    friend bool operator==(const Value&, const Value&) = default;
};

/// As a reader sees it with so many decimals. Bounds and ranges are rounded outwards, so that what is shown
/// never claims more than is known; what would round to nothing keeps the first digit that says something.
/// All its ends are written with the same decimals.
Value shown(const Value& value, int decimals);

/// Between which numbers it lies for certain; nothing where it is open.
std::optional<Decimal> lowest_of(const Value& value);
std::optional<Decimal> highest_of(const Value& value);

/// What can be said for certain. "About x" lies within half a unit of x's last digit that is not 0.
Truth less(const Value& a, const Value& b);
Truth equal(const Value& a, const Value& b);

}  // namespace regioscope::data
