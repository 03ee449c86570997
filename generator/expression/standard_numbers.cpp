#include <charconv>
#include <string>

#include "expression/letter_case.h"
#include "expression/operators.h"
#include "expression/standard.h"

namespace regioscope::expression {

namespace {

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\n\v\f\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\n\v\f\r") + 1 - first);
}

/// `+7`, `007` and `.5` are no JSON, but people write them.
std::optional<Decimal> read_number(std::string_view text) {
    std::string written(trimmed(text));
    const bool negative = written.starts_with('-');
    if (negative || written.starts_with('+')) written.erase(0, 1);
    if (written.starts_with('.')) written.insert(0, 1, '0');
    if (written.ends_with('.')) written.pop_back();
    while (written.size() > 1 && written[0] == '0' && written[1] >= '0' && written[1] <= '9')
        written.erase(0, 1);
    if (written.empty() || written[0] < '0' || written[0] > '9') return std::nullopt;
    auto number = Decimal::parse(written);
    return number && negative ? -*number : number;
}

/// A whole number to a base, with or without `0x`, `0o`, `0b`.
std::optional<std::int64_t> read_integer(std::string_view text, int base) {
    text = trimmed(text);
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    const char* prefix = base == 16 ? "xX" : base == 8 ? "oO" : base == 2 ? "bB" : "";
    if (text.size() > 2 && text[0] == '0' &&
        std::string_view(prefix).find(text[1]) != std::string_view::npos) {
        text.remove_prefix(2);
    }
    std::int64_t number = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    if (error != std::errc() || stop != text.data() + text.size() || text.starts_with('-'))
        return std::nullopt;
    return negative ? -number : number;
}

Result<Value> to_integer(const Arguments& arguments, const CallContext&) {
    const auto base = arguments.integer(2, 2, 36);
    if (!base) return base.finding();
    const Value& value = arguments[0];
    if (value.is_boolean()) return Value(value.boolean() ? 1 : 0);
    if (value.is_number()) return Value(value.number().rounded(0, Rounding::down));
    if (!value.is_text()) return arguments[1];
    const auto integer = read_integer(value.text(), static_cast<int>(*base));
    if (integer) return Value(*integer);
    const auto number = *base == 10 ? read_number(value.text()) : std::nullopt;
    return number ? Value(number->rounded(0, Rounding::down)) : arguments[1];
}

Result<Value> to_number(const Arguments& arguments, const CallContext&) {
    const Value& value = arguments[0];
    if (value.is_number()) return value;
    if (value.is_boolean()) return Value(value.boolean() ? 1 : 0);
    const auto number = value.is_text() ? read_number(value.text()) : std::nullopt;
    return number ? Value(*number) : arguments[1];
}

Result<Value> round(const Arguments& arguments, const CallContext&) {
    const auto number = arguments.number(0);
    if (!number) return number.finding();
    const auto precision = arguments.integer(1, -Decimal::max_digits, Decimal::max_digits);
    if (!precision) return precision.finding();
    const auto method = arguments.text(2);
    if (!method) return method.finding();
    Rounding rounding = Rounding::half_away_from_zero;
    if (*method == "ceil") {
        rounding = number->is_negative() ? Rounding::down : Rounding::up;
    } else if (*method == "floor") {
        rounding = number->is_negative() ? Rounding::up : Rounding::down;
    } else if (*method != "common") {
        return make_error("out-of-range", arguments.span(2), "'method' is 'common', 'ceil' or 'floor'");
    }
    return Value(number->rounded(static_cast<int>(*precision), rounding));
}

Result<Value> absolute(const Arguments& arguments, const CallContext& context) {
    if (arguments[0].is_number()) return Value(arguments[0].number().absolute());
    auto is_negative = compare(Comparison::less, arguments[0], Value(0), context);
    if (!is_negative) return std::move(is_negative).finding();
    return *is_negative ? negate(arguments[0], context) : arguments[0];
}

}  // namespace

void add_number_filters(Functions& functions) {
    functions.add_filter({"abs", {required("value")}, "Without its sign.", "(3 - 7.5)|abs", "4.5", absolute});
    functions.add_filter(
        {"float",
         {required("value"), optional("default", 0)},
         "A text as a number, or the default if it is none; numbers are exact and stay as they are.",
         "'7.20'|float + 1",
         "8.20",
         to_number});
    functions.add_filter({"int",
                          {required("value"), optional("default", 0), optional("base", 10)},
                          "As a whole number, cut off towards zero; the default if it is none.",
                          "'42.9'|int",
                          "42",
                          to_integer});
    functions.add_filter(
        {"round",
         {required("value"), optional("precision", 0), optional("method", "common")},
         "With that many decimals; halves go away from zero, unless method is 'ceil' or 'floor'.",
         "7.25|round(1)",
         "7.3",
         round});
}

}  // namespace regioscope::expression
