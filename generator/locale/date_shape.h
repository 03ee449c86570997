// The shape of a language's dates, learned from ICU by letting it write each month, day and quarter once.
// Private to the room.
#pragma once

#include <unicode/datefmt.h>
#include <unicode/locid.h>

#include <array>
#include <string>
#include <vector>

#include "locale/number_shape.h"
#include "locale/period.h"

namespace regioscope::locale {

class DateShape {
  public:
    static DateShape learn(const icu::Locale& language);

    void append(std::string& out, const Period& period, const NumberShape& numbers) const;

  private:
    /// A written date with holes for the day and the year.
    struct Pattern {
        enum class Part { text, day, year };
        std::vector<std::pair<Part, std::string>> parts;

        void append(std::string& out, const Day& date, const NumberShape& numbers) const;
    };

    static Pattern learn_pattern(const icu::DateFormat& format, int month);
    void append_interval(std::string& out, const Day& first, const Day& last,
                         const NumberShape& numbers) const;

    Pattern year_;
    std::array<Pattern, 4> quarters_;
    std::array<Pattern, 12> months_;
    std::array<Pattern, 12> days_;
};

}  // namespace regioscope::locale
