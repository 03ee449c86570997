// A figure whose digits are not those of its text as printed. Zeros at the ends do not count, so that a scale
// and words like "million" make no difference; text without digits ("two thirds") says nothing here.
#include <fmt/format.h>

#include <algorithm>

#include "analysis/plausibility/rules.h"

namespace regioscope::analysis::plausibility {

namespace {

std::string without_outer_zeros(const std::string& digits) {
    const std::size_t first = digits.find_first_not_of('0');
    if (first == std::string::npos) return "0";
    return digits.substr(first, digits.find_last_not_of('0') - first + 1);
}

/// The numbers in a text: "+ 2.500, 2013" has 25 and 2013. Points, commas and spaces between digits belong
/// to a number.
std::vector<std::string> numbers_in(std::string_view text) {
    const auto is_digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    const auto separates = [&](std::size_t i) {
        return i < text.size() && std::string_view("., ").find(text[i]) != std::string_view::npos &&
               is_digit(i + 1);
    };
    std::vector<std::string> numbers;
    std::string digits;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (is_digit(i)) {
            digits += text[i];
        } else if (!digits.empty() && !separates(i)) {
            numbers.push_back(without_outer_zeros(digits));
            digits.clear();
        }
    }
    return numbers;
}

std::string digits_of(const Decimal& number) {
    return without_outer_zeros(std::to_string(std::abs(number.mantissa())));
}

}  // namespace

void find_misread_digits(const Figures& figures, Findings& findings) {
    for (const data::ObservationIndex index : figures.printed) {
        const data::Observation& o = figures.dataset[index];
        if (!o.value) continue;
        const std::vector<std::string> printed = numbers_in(o.printed);
        if (printed.empty()) continue;
        const auto stands = [&](const Decimal& number) {
            return std::find(printed.begin(), printed.end(), digits_of(number)) != printed.end();
        };
        if (stands(o.value->low) && stands(o.value->high)) continue;
        findings.add(doubt(
            "misread-digits", figures.dataset, index,
            fmt::format("the figure is {}, but its text as printed is \"{}\"", o.value->text(), o.printed)));
    }
}

}  // namespace regioscope::analysis::plausibility
