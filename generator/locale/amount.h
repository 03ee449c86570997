// What the locale room formats: figures and their units, as plain structs of its own (it knows no data room).
#pragma once

#include <optional>
#include <string>

#include "base/decimal.h"

namespace regioscope::locale {

class Message;

/// A figure, exact or one of the six inexact kinds. Mirrors data::Value.
struct Amount {
    enum class Kind { point, about, at_least, more_than, at_most, less_than, range };

    Kind kind = Kind::point;
    /// The number; a range's lower end.
    Decimal low;
    /// A range's upper end; else not looked at.
    Decimal high;

    static Amount point(const Decimal& number) { return {Kind::point, number, number}; }
};

struct Unit {
    enum class Kind { number, count, percent, percentage_points, currency };

    Kind kind = Kind::number;
    /// ISO 4217, for currencies: "EUR".
    std::string currency;
    /// A message with {number} and {count}; null when there is none. Must outlive the unit.
    const Message* phrase = nullptr;

    static Unit percent() { return {Kind::percent, {}, nullptr}; }
    static Unit percentage_points() { return {Kind::percentage_points, {}, nullptr}; }
    static Unit money(std::string code) { return {Kind::currency, std::move(code), nullptr}; }

    /// What the difference of two such figures is measured in: percents differ by percentage points.
    Unit of_difference() const { return kind == Kind::percent ? percentage_points() : *this; }
};

/// How a figure is shown.
struct Display {
    /// In a sentence with words ("meer dan 2.000", "48 tot 60"), in a table with signs ("> 2.000", "48–60").
    enum class Form { sentence, table };
    /// `always` for differences: +1,8 and −1,8, but 0,0.
    enum class Sign { negative, always };
    /// `shown`: with %, €, or the unit's phrase. `hidden`: the number alone, where the table's head says the
    /// unit.
    enum class UnitMark { shown, hidden };
    /// `compact`: from a million on in words, rounded to three digits ("1,7 miljoen"); for sentences only, as
    /// the exact number must stand in a table. `spelled`: whole numbers in words ("zeven"), for sentences
    /// too.
    enum class Scale { full, compact, spelled };

    /// Digits behind the decimal mark, rounded half away from zero; nothing: as written.
    std::optional<int> decimals;
    Form form = Form::sentence;
    Sign sign = Sign::negative;
    UnitMark unit = UnitMark::shown;
    Scale scale = Scale::full;
};

}  // namespace regioscope::locale
