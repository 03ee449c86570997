// Words as they stand in the heads and margins of tables.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace regioscope::tabular {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Without white space around it, and with single spaces inside (line breaks and no-break spaces too).
std::string folded(std::string_view text);

/// For comparing: folded, small letters for A–Z and the capitals of Latin-1, typewriter apostrophes for
/// typographic ones.
std::string plain(std::string_view text);

/// Is it one of these, by its plain letters?
bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words);

/// "Totaal", "Insgesamt": what heads the sum of other rows.
bool is_sum_word(std::string_view text);

/// "%", "in 1 000", "aantal": a label, or a part of one, that says how something is counted, not what.
bool is_unit(std::string_view part);

}  // namespace regioscope::tabular
