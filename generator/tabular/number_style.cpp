#include "tabular/number_style.h"

#include <algorithm>
#include <vector>

#include "tabular/words.h"

namespace regioscope::tabular {

namespace {

constexpr std::size_t digits_of_group = 3;

/// A sign in front, typed or printed.
bool take_minus(std::string_view& text) {
    for (const std::string_view minus : {"-", "−", "–"}) {
        if (!text.starts_with(minus)) continue;
        text.remove_prefix(minus.size());
        while (text.starts_with(' '))
            text.remove_prefix(1);
        return true;
    }
    if (text.starts_with('+')) text.remove_prefix(1);
    return false;
}

/// `1.234.567,8` without its sign: digits between separators of one byte.
struct Shape {
    std::vector<std::string> digits;
    std::string separators;
};

std::optional<Shape> shape_of(std::string_view text) {
    Shape shape;
    shape.digits.emplace_back();
    for (const char c : text) {
        if (is_digit(c)) {
            shape.digits.back() += c;
        } else if (c == '.' || c == ',' || c == ' ' || c == '\'') {
            shape.separators += c;
            shape.digits.emplace_back();
        } else {
            return std::nullopt;
        }
    }
    const bool begins_with_point = shape.digits.size() == 2 && shape.digits[0].empty();
    for (std::size_t i = begins_with_point ? 1 : 0; i < shape.digits.size(); ++i)
        if (shape.digits[i].empty()) return std::nullopt;
    return shape;
}

bool may_be_groups(const Shape& shape, std::size_t count) {
    if (shape.digits[0].empty() || shape.digits[0].size() > digits_of_group) return false;
    return std::all_of(shape.digits.begin() + 1, shape.digits.begin() + static_cast<std::ptrdiff_t>(count),
                       [](const std::string& digits) { return digits.size() == digits_of_group; });
}

std::string unsigned_part(std::string_view number) {
    take_minus(number);
    std::string text(number);
    // A typographic apostrophe groups as the other one does.
    for (std::size_t at = text.find("’"); at != std::string::npos; at = text.find("’"))
        text.replace(at, std::string_view("’").size(), "'");
    return text;
}

}  // namespace

bool looks_like_number(std::string_view text) {
    return shape_of(unsigned_part(text)).has_value();
}

NumberHint hint_of(std::string_view number) {
    const auto shape = shape_of(unsigned_part(number));
    if (!shape || shape->separators.empty()) return NumberHint::none;
    const char last = shape->separators.back();
    if (last != '.' && last != ',') return NumberHint::none;
    const auto decimal = [](char c) {
        return c == ',' ? NumberHint::decimal_comma : NumberHint::decimal_point;
    };
    const auto grouped = [](char c) {
        return c == '.' ? NumberHint::decimal_comma : NumberHint::decimal_point;
    };
    const std::size_t count = shape->separators.size();
    const bool is_one_kind =
        std::all_of(shape->separators.begin(), shape->separators.end(), [&](char c) { return c == last; });
    if (!is_one_kind) return decimal(last);
    if (count > 1) return grouped(last);
    if (!may_be_groups(*shape, 2) || shape->digits[0] == "0") return decimal(last);
    return NumberHint::either;
}

std::string grouping_of(std::string_view number, char decimal) {
    const auto shape = shape_of(unsigned_part(number));
    if (!shape || shape->separators.empty() || shape->separators.front() == decimal) return {};
    return std::string(1, shape->separators.front());
}

std::optional<std::string> NumberStyle::digits_of(std::string_view number) const {
    std::string_view rest = number;
    const bool is_negative = take_minus(rest);
    const auto shape = shape_of(unsigned_part(rest));
    if (!shape || shape->digits.back().empty()) return std::nullopt;
    std::string separators = shape->separators;
    const bool has_decimals = !separators.empty() && separators.back() == decimal;
    const std::size_t whole = shape->digits.size() - (has_decimals ? 1 : 0);
    if (has_decimals) separators.pop_back();
    const bool is_grouped = !separators.empty();
    if (is_grouped && (separators.find_first_not_of(separators.front()) != std::string::npos ||
                       separators.front() == decimal || !may_be_groups(*shape, whole)))
        return std::nullopt;
    std::string digits;
    for (std::size_t i = 0; i < whole; ++i)
        digits += shape->digits[i];
    // JSON knows no leading noughts.
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    if (digits.empty()) digits = "0";
    if (has_decimals) digits += "." + shape->digits.back();
    return (is_negative ? "-" : "") + digits;
}

}  // namespace regioscope::tabular
