// The shape of a language's numbers, learned from ICU by letting it write a few: digits, decimal mark,
// grouping, and what stands before and after. With it, millions of exact decimals are written without asking
// again. Private to the room.
#pragma once

#include <unicode/numberformatter.h>

#include <array>
#include <string>
#include <string_view>

#include "base/decimal.h"
#include "locale/amount.h"

namespace regioscope::locale {

struct Affixes {
    std::string prefix;
    std::string suffix;
};

/// Our habits on top of ICU's: minus is U+2212, and a space inside a number or before its unit does not
/// break.
std::string tidied(std::string_view icu_text);

struct NumberShape {
    std::array<std::string, 10> digits;
    std::string decimal_mark;
    std::string group_mark;
    /// Digits in the group at the decimal mark and in the groups before it (3 and 3; 3 and 2 in India).
    std::size_t first_group = 3;
    std::size_t further_groups = 3;
    /// From how many digits before the first group mark on numbers are grouped (2 in Spanish: 1000
    /// but 10.000).
    std::size_t minimum_before_mark = 1;

    Affixes plain;
    Affixes negative;
    /// With a plus sign.
    Affixes positive;

    static NumberShape learn(const icu::number::LocalizedNumberFormatter& formatter);

    /// How a number is signed once it is rounded: zero has no sign.
    const Affixes& affixes(const Decimal& rounded, Display::Sign sign) const;

    /// Digits and marks of a rounded number without its sign; at least that many decimals.
    void append_digits(std::string& out, const Decimal& rounded, int decimals) const;
    /// A whole number without grouping: a year, a day.
    void append_plain_digits(std::string& out, int number) const;
    void append(std::string& out, const Decimal& number, int decimals,
                Display::Sign sign = Display::Sign::negative) const;

  private:
    void append_digit_text(std::string& out, std::string_view ascii_digits) const;
};

}  // namespace regioscope::locale
