#include "tabular/number_format_code.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/decimal.h"

namespace regioscope::tabular {

namespace {

bool is_placeholder(char c) {
    return c == '0' || c == '#' || c == '?';
}

/// The number of days since the end of 1899, as a date; 1900 is taken for a leap year there.
std::string date_of(double days) {
    constexpr double latest = 2958465;  // the end of 9999
    if (!(days >= 61 && days <= latest)) return {};
    // Civil date from days since 1970-01-01, by eras of 400 years.
    const long since_1970 = static_cast<long>(std::floor(days)) - 25569;
    const long shifted = since_1970 + 719468;
    const long era = shifted / 146097;
    const long day_of_era = shifted - era * 146097;
    const long year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const long month_index = (5 * day_of_year + 2) / 153;
    const long day = day_of_year - (153 * month_index + 2) / 5 + 1;
    const long month = month_index < 10 ? month_index + 3 : month_index - 9;
    const long year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
    return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

/// The shortest digits that mean the double a file stores.
std::string plain_digits(std::string_view digits) {
    constexpr int most_significant = 15;  // what spreadsheet programs show at most
    const double value = std::strtod(std::string(digits).c_str(), nullptr);
    if (!std::isfinite(value)) return {};
    const auto decimal = Decimal::parse(fmt::format("{:.{}g}", value, most_significant));
    return decimal ? decimal->text() : std::string();
}

}  // namespace

NumberFormatCode number_format_code(std::string_view code) {
    NumberFormatCode format;
    // Positive numbers are shown by the first section.
    std::string_view first = code;
    bool is_quoted = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (code[i] == '"') is_quoted = !is_quoted;
        if (code[i] == ';' && !is_quoted && (i == 0 || code[i - 1] != '\\')) {
            first = code.substr(0, i);
            break;
        }
    }
    bool in_decimals = false;
    bool is_behind = false;
    bool seen_digits = false;
    for (std::size_t i = 0; i < first.size(); ++i) {
        const char c = first[i];
        if (c == '[') {  // a colour, a condition or a currency
            i = std::min(first.find(']', i), first.size());
        } else if (c == '"' || c == '\\' || c == '_' || c == '*') {
            std::string literal;
            if (c == '"') {
                const std::size_t end = std::min(first.find('"', i + 1), first.size());
                literal = first.substr(i + 1, end - i - 1);
                i = end;
            } else if (i + 1 < first.size()) {
                literal = c == '\\' ? std::string(1, first[i + 1]) : "";
                ++i;
            }
            const bool goes_on = i + 1 < first.size() && is_placeholder(first[i + 1]);
            if (!seen_digits && literal == "(") format.is_bracketed = true;
            if (seen_digits && goes_on && (literal == " " || literal == "\xC2\xA0")) {
                format.grouping = " ";
            } else if (seen_digits && !goes_on) {
                format.suffix += literal;
                is_behind = true;
            }
        } else if (is_placeholder(c)) {
            format.is_general = false;
            seen_digits = true;
            if (in_decimals && !is_behind) ++format.decimals;
        } else if (c == '.') {
            in_decimals = true;
        } else if (c == ',') {
            const std::size_t next = first.find_first_not_of(',', i);
            const bool goes_on = next < first.size() && (is_placeholder(first[next]));
            if (goes_on && !in_decimals) format.grouping = ",";
            if (!goes_on && seen_digits) ++format.thousands;
        } else if (c == ' ' && seen_digits && i + 1 < first.size() && is_placeholder(first[i + 1])) {
            format.grouping = " ";
        } else if (c == '(' && !seen_digits) {
            format.is_bracketed = true;
        } else if (c == '%') {
            format.is_percent = true;
        } else if (!seen_digits && (c == 'y' || c == 'Y' || c == 'd' || c == 'D' || c == 'm' || c == 'M')) {
            format.is_date = first.find("General") == std::string_view::npos;
        }
    }
    if (format.is_bracketed && format.suffix.starts_with(')')) format.suffix.erase(0, 1);
    return format;
}

NumberFormatCode built_in_number_format(int id) {
    switch (id) {
        case 1:
            return number_format_code("0");
        case 2:
            return number_format_code("0.00");
        case 3:
        case 37:
        case 38:
            return number_format_code("#,##0");
        case 4:
        case 39:
        case 40:
            return number_format_code("#,##0.00");
        case 9:
            return number_format_code("0%");
        case 10:
            return number_format_code("0.00%");
        case 14:
        case 15:
        case 16:
        case 17:
        case 22:
            return number_format_code("yyyy");
        default:
            return {};
    }
}

std::string shown_digits(std::string_view digits, const NumberFormatCode& format) {
    const std::string plain = plain_digits(digits);
    if (plain.empty()) return std::string(digits);
    if (format.is_date) {
        const std::string date = date_of(std::strtod(plain.c_str(), nullptr));
        return date.empty() ? plain : date;
    }
    const auto value = Decimal::parse(plain);
    if (!value) return plain;
    const Decimal whole = format.is_percent ? *value * Decimal(100) : *value;
    const Decimal shown = whole * Decimal::scaled(1, -3 * std::min(format.thousands, 5));
    return format.is_general ? shown.normalized().text() : shown.rounded(format.decimals).text();
}

}  // namespace regioscope::tabular
