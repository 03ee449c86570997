#include "locale/date_shape.h"

#include <unicode/dtptngen.h>
#include <unicode/fpositer.h>
#include <unicode/smpdtfmt.h>

#include <algorithm>
#include <chrono>
#include <memory>

#include "locale/icu_text.h"

namespace regioscope::locale {

namespace {

constexpr std::string_view en_dash = "\xE2\x80\x93";

/// Noon of a day, in milliseconds since 1970, as ICU counts.
UDate noon(int year, int month, int day) {
    using namespace std::chrono;
    const sys_days date = std::chrono::year{year} / month / day;
    return static_cast<UDate>(duration_cast<milliseconds>(date.time_since_epoch() + hours{12}).count());
}

int last_day_of_month(const Day& date) {
    using namespace std::chrono;
    const year_month_day_last last{
        year{date.year},
        month_day_last{std::chrono::month{static_cast<unsigned>(std::clamp(date.month, 1, 12))}}};
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

/// 1–12 as an index; what is no month is the nearest one.
std::size_t month_index(const Day& date) {
    return static_cast<std::size_t>(std::clamp(date.month, 1, 12) - 1);
}

}  // namespace

void DateShape::Pattern::append(std::string& out, const Day& date, const NumberShape& numbers) const {
    for (const auto& [part, text] : parts) {
        if (part == Part::text)
            out += text;
        else
            numbers.append_plain_digits(out, part == Part::day ? date.day : date.year);
    }
}

DateShape::Pattern DateShape::learn_pattern(const icu::DateFormat& format, int month) {
    UErrorCode status = U_ZERO_ERROR;
    icu::FieldPositionIterator fields;
    icu::UnicodeString text;
    format.format(noon(2001, month, 28), text, &fields, status);

    Pattern pattern;
    std::int32_t written = 0;
    icu::FieldPosition field;
    while (fields.next(field)) {
        const bool is_day = field.getField() == UDAT_DATE_FIELD;
        if (!is_day && field.getField() != UDAT_YEAR_FIELD) continue;
        pattern.parts.emplace_back(Pattern::Part::text,
                                   from_icu(text.tempSubStringBetween(written, field.getBeginIndex())));
        pattern.parts.emplace_back(is_day ? Pattern::Part::day : Pattern::Part::year, "");
        written = field.getEndIndex();
    }
    pattern.parts.emplace_back(Pattern::Part::text, from_icu(text.tempSubString(written)));
    return pattern;
}

DateShape DateShape::learn(const icu::Locale& language) {
    DateShape shape;
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale gregorian = language;
    gregorian.setKeywordValue("calendar", "gregorian", status);
    const std::unique_ptr<icu::DateTimePatternGenerator> generator(
        icu::DateTimePatternGenerator::createInstance(gregorian, status));
    if (U_FAILURE(status)) return shape;
    const auto format_of = [&](const char16_t* skeleton) {
        icu::SimpleDateFormat format(generator->getBestPattern(skeleton, status), gregorian, status);
        format.setTimeZone(*icu::TimeZone::getGMT());
        return format;
    };
    const auto year = format_of(u"y");
    const auto month_and_year = format_of(u"yMMMM");
    const auto whole_date = format_of(u"yMMMMd");
    const auto quarter_and_year = format_of(u"yQQQQ");
    if (U_FAILURE(status)) return shape;

    shape.year_ = learn_pattern(year, 1);
    for (int month = 1; month <= 12; ++month) {
        const auto index = static_cast<std::size_t>(month - 1);
        shape.months_[index] = learn_pattern(month_and_year, month);
        shape.days_[index] = learn_pattern(whole_date, month);
    }
    for (std::size_t quarter = 0; quarter < 4; ++quarter)
        shape.quarters_[quarter] = learn_pattern(quarter_and_year, static_cast<int>(quarter) * 3 + 1);
    return shape;
}

/// No finer than it is known: whole years, whole months, or days.
void DateShape::append_interval(std::string& out, const Day& first, const Day& last,
                                const NumberShape& numbers) const {
    const bool whole_months = first.day == 1 && last.day == last_day_of_month(last);
    if (whole_months && first.month == 1 && last.month == 12) {
        year_.append(out, first, numbers);
        if (first.year == last.year) return;
        out += en_dash;
        year_.append(out, last, numbers);
        return;
    }
    const auto append_end = [&](const Day& date) {
        const std::size_t month = month_index(date);
        (whole_months ? months_[month] : days_[month]).append(out, date, numbers);
    };
    append_end(first);
    out += no_break_space;
    out += en_dash;
    out += ' ';
    append_end(last);
}

void DateShape::append(std::string& out, const Period& period, const NumberShape& numbers) const {
    switch (period.kind) {
        case Period::Kind::year:
            year_.append(out, period.first, numbers);
            break;
        case Period::Kind::month:
            months_[month_index(period.first)].append(out, period.first, numbers);
            break;
        case Period::Kind::day:
            days_[month_index(period.first)].append(out, period.first, numbers);
            break;
        case Period::Kind::quarter:
            quarters_[month_index(period.first) / 3].append(out, period.first, numbers);
            break;
        case Period::Kind::interval:
            append_interval(out, period.first, period.last, numbers);
            break;
        case Period::Kind::school_year:
            numbers.append_plain_digits(out, period.first.year);
            out += '/';
            numbers.append_plain_digits(out, period.last.year);
            break;
    }
}

}  // namespace regioscope::locale
