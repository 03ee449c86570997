#include "data/number_format.h"

namespace regioscope::data {

namespace {

std::string printed_number(const Decimal& number, const NumberFormat& format) {
    constexpr std::size_t group = 3;
    const std::string digits = number.absolute().text();
    const std::size_t point = std::min(digits.find('.'), digits.size());
    std::string out = number.is_negative() ? "-" : "";
    for (std::size_t i = 0; i < point; ++i) {
        if (i > 0 && (point - i) % group == 0) out += format.thousands;
        out += digits[i];
    }
    if (point < digits.size()) out += format.decimal + digits.substr(point + 1);
    return out;
}

}  // namespace

NumberFormat read_number_format(const json::Value& value, const Context& context) {
    Entry entry(value, context);
    NumberFormat format;
    if (const auto decimal = entry.optional_text("decimal")) format.decimal = *decimal;
    if (const auto thousands = entry.optional_text("thousands")) format.thousands = *thousands;
    if (const auto prefix = entry.optional_text("prefix")) format.prefix = *prefix;
    if (const auto suffix = entry.optional_text("suffix")) format.suffix = *suffix;
    return format;
}

std::string printed_text(const Value& value, const NumberFormat& format) {
    std::string sign;
    switch (value.kind) {
        case Value::Kind::point:
        case Value::Kind::range:
            break;
        case Value::Kind::about:
            sign = "ca. ";
            break;
        case Value::Kind::at_least:
            sign = "≥ ";
            break;
        case Value::Kind::more_than:
            sign = "> ";
            break;
        case Value::Kind::at_most:
            sign = "≤ ";
            break;
        case Value::Kind::less_than:
            sign = "< ";
            break;
    }
    std::string numbers = printed_number(value.low, format);
    if (value.kind == Value::Kind::range) numbers += "–" + printed_number(value.high, format);
    return sign + format.prefix + numbers + format.suffix;
}

}  // namespace regioscope::data
