#include "data/period.h"

#include <fmt/format.h>

#include <array>

namespace regioscope::data {

namespace {

bool is_leap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in(int year, int month) {
    constexpr std::array days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

/// Exactly `count` digits at the front of `text`, which is moved behind them.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
    if (text.size() < count) return std::nullopt;
    int number = 0;
    for (const char c : text.substr(0, count)) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    text.remove_prefix(count);
    return number;
}

bool take(std::string_view& text, char c) {
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
    return true;
}

/// A year, month, day or quarter; `written` is left to the caller.
std::optional<Period> parse_single(std::string_view text) {
    const auto year = take_digits(text, 4);
    if (!year) return std::nullopt;
    if (text.empty()) return Period{Period::Kind::year, {*year, 1, 1}, {*year, 12, 31}, {}};
    if (!take(text, '-')) return std::nullopt;
    if (take(text, 'Q')) {
        const auto quarter = take_digits(text, 1);
        if (!quarter || *quarter < 1 || *quarter > 4 || !text.empty()) return std::nullopt;
        const int last = *quarter * 3;
        return Period{Period::Kind::quarter, {*year, last - 2, 1}, {*year, last, days_in(*year, last)}, {}};
    }
    const auto month = take_digits(text, 2);
    if (!month || *month < 1 || *month > 12) return std::nullopt;
    if (text.empty())
        return Period{Period::Kind::month, {*year, *month, 1}, {*year, *month, days_in(*year, *month)}, {}};
    if (!take(text, '-')) return std::nullopt;
    const auto day = take_digits(text, 2);
    if (!day || *day < 1 || *day > days_in(*year, *month) || !text.empty()) return std::nullopt;
    return Period{Period::Kind::day, {*year, *month, *day}, {*year, *month, *day}, {}};
}

bool is_school_year(const Period& first, const Period& last) {
    return first.kind == Period::Kind::month && last.kind == Period::Kind::month && first.first.month == 8 &&
           last.first.month == 7 && last.first.year == first.first.year + 1;
}

}  // namespace

std::optional<Date> Date::parse(std::string_view text) {
    const auto period = parse_single(text);
    if (!period || period->kind == Period::Kind::quarter) return std::nullopt;
    return period->last;
}

std::string Date::text() const {
    return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::optional<Period> Period::parse(std::string_view text) {
    const std::size_t slash = text.find('/');
    auto period = parse_single(text.substr(0, slash));
    if (!period) return std::nullopt;
    if (slash != std::string_view::npos) {
        const auto end = parse_single(text.substr(slash + 1));
        if (!end || end->last < period->first || end->first < period->first) return std::nullopt;
        period->kind = is_school_year(*period, *end) ? Kind::school_year : Kind::interval;
        period->last = end->last;
    }
    period->written = text;
    return period;
}

}  // namespace regioscope::data
