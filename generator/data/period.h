// Periods and dates. A period is a stretch of days and remembers how it was written.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace regioscope::data {

/// A day of the proleptic Gregorian calendar.
struct Date {
    int year = 0;
    int month = 1;
    int day = 1;
    friend auto operator<=>(const Date&, const Date&) = default;

    /// `2016`, `2016-12`, `2016-12-31`; a partial date means its last day. Nothing when it is no date.
    static std::optional<Date> parse(std::string_view text);
    std::string text() const;
};

struct Period {
    enum class Kind { year, month, day, quarter, interval, school_year };

    Kind kind = Kind::year;
    Date first;
    Date last;
    /// As written in the dataset; two periods are the same when their days are.
    std::string written;

    /// See docs/datasets.md. `2012-08/2013-07` is a school year (August to July), other pairs are intervals.
    static std::optional<Period> parse(std::string_view text);

    friend bool operator==(const Period& a, const Period& b) {
        return a.first == b.first && a.last == b.last;
    }
    /// The later one ends later; of those that end together, the one that starts later.
    friend std::strong_ordering operator<=>(const Period& a, const Period& b) {
        if (const auto ends = a.last <=> b.last; ends != std::strong_ordering::equal) return ends;
        return a.first <=> b.first;
    }
};

}  // namespace regioscope::data
