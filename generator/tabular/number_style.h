// How a file writes its numbers, found out from all of them together: one "1.234" alone tells nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace regioscope::tabular {

struct NumberStyle {
    char decimal = '.';
    /// Empty where the file groups no digits.
    std::string thousands;

    /// Digits with a point, as JSON has them, and as many behind it as are printed; nothing when the text is
    /// no number in this style.
    std::optional<std::string> digits_of(std::string_view number) const;
};

/// What one number says about the style.
enum class NumberHint { none, decimal_comma, decimal_point, either };

NumberHint hint_of(std::string_view number);

/// Is it made of digits and what may stand between them?
bool looks_like_number(std::string_view text);

/// What groups its digits: ".", ",", " ", "'"; empty when nothing does.
std::string grouping_of(std::string_view number, char decimal);

}  // namespace regioscope::tabular
