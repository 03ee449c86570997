#include "data/figure_as_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/decimal.h"

namespace regioscope::data {

namespace {

constexpr std::size_t digits_in_group = 3;

bool is_all_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_sign_for_missing(std::string_view text) {
    for (const std::string_view sign : {"", ":", ".", "..", "...", "-", "–", "x", "X", "/", "n/a", "N/A"})
        if (text == sign) return true;
    return false;
}

/// "40.900" and "1.400.900": points between groups of three.
std::string without_thousands(std::string_view text, char separator) {
    std::string digits;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        const std::string_view group = text.substr(begin, end - begin);
        const bool is_first = begin == 0;
        if (!is_all_digits(group) ||
            (is_first ? group.size() > digits_in_group : group.size() != digits_in_group))
            return {};
        digits += group;
        begin = end + 1;
    }
    return digits;
}

}  // namespace

std::string as_written_in_json(std::string_view text) {
    if (is_sign_for_missing(text))
        return "is it missing? write null, or say why: {\"value\": null, \"status\": \"Q\"}";
    if (text.ends_with('%')) {
        const std::string inner = as_written_in_json(text.substr(0, text.find_last_not_of(" %") + 1));
        return inner.empty() ? inner : "a figure stands without its unit; " + inner;
    }
    std::string_view number = text;
    while (number.ends_with('*') || number.ends_with(' '))
        number.remove_suffix(1);
    const bool is_marked = number.size() < text.size();
    const std::size_t comma = number.find(',');
    std::string digits;
    std::string reason;
    if (comma != std::string_view::npos && comma == number.rfind(',')) {
        const std::string whole = without_thousands(number.substr(0, comma), '.');
        const std::string_view front = whole.empty() ? number.substr(0, comma) : std::string_view(whole);
        digits = fmt::format("{}.{}", front, number.substr(comma + 1));
        reason = "decimal comma?";
    } else if (const std::string grouped = without_thousands(number, '.');
               !grouped.empty() && number.find('.') != std::string_view::npos) {
        digits = grouped;
        reason = "thousands have no point:";
    } else {
        digits = number;
        reason = "a mark is a status:";
    }
    if (!Decimal::parse(digits)) return {};
    if (digits == text) return "write the number without quotes";
    if (!is_marked) return fmt::format("{} write {}", reason, digits);
    return fmt::format("{} write {{\"value\": {}, \"status\": \"P\"}} (P is provisional)", reason, digits);
}

}  // namespace regioscope::data
