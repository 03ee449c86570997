// Periods as the locale room formats them. Mirrors data::Period; days have no time and no time zone.
#pragma once

namespace regioscope::locale {

struct Day {
    int year = 0;
    int month = 1;
    int day = 1;
};

struct Period {
    enum class Kind { year, month, day, quarter, interval, school_year };

    Kind kind = Kind::year;
    /// Both days are included.
    Day first;
    Day last;
};

}  // namespace regioscope::locale
