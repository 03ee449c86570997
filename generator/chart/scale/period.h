// The period scale: time counted in days, so that 2013-12 lies where December 2013 was. Points of a chart
// stand in the middle of their period, and so do the ticks: the figure of 2015 stands above "2015".
#pragma once

#include <vector>

#include "chart/scale/domain.h"

namespace regioscope::chart {

struct CalendarDay {
    int year = 1970;
    int month = 1;
    int day = 1;
};

/// Days since 1970-01-01; the day is taken at its start.
double day_number(CalendarDay day);
CalendarDay calendar_day(double day_number);

/// The middle of a period, its first and last day included.
double middle_of(CalendarDay first, CalendarDay last);

struct PeriodTick {
    enum class Unit { month, quarter, year };

    /// The middle of the month, quarter or year.
    double day = 0;
    Unit unit = Unit::year;
    int year = 0;
    /// The first month of it, from 1.
    int month = 1;
};

/// At most `count` ticks with their middles inside the domain: every month, quarter, or 1, 2, 5, 10, … years.
std::vector<PeriodTick> period_ticks(Domain days, double count);

}  // namespace regioscope::chart
