#include "chart/scale/period.h"

#include <chrono>
#include <cmath>

namespace regioscope::chart {

namespace {

/// Ticks come every so many months.
struct Pace {
    int months;
    PeriodTick::Unit unit;
};

PeriodTick tick_at(int first_month, const Pace& pace) {
    const auto year_of = [](int month) { return static_cast<int>(std::floor(month / 12.0)); };
    const auto day = [&](int month) {
        return day_number({year_of(month), month - 12 * year_of(month) + 1, 1});
    };
    const int length = pace.unit == PeriodTick::Unit::year ? 12 : pace.months;
    return {(day(first_month) + day(first_month + length)) / 2, pace.unit, year_of(first_month),
            first_month - 12 * year_of(first_month) + 1};
}

std::vector<PeriodTick> ticks_at(const Pace& pace, Domain days) {
    const CalendarDay start = calendar_day(days.low);
    const int first = (start.year * 12 + start.month - 1) / pace.months * pace.months;
    std::vector<PeriodTick> ticks;
    for (int month = first;; month += pace.months) {
        const PeriodTick tick = tick_at(month, pace);
        if (tick.day > days.high) return ticks;
        if (tick.day >= days.low) ticks.push_back(tick);
    }
}

}  // namespace

double day_number(CalendarDay day) {
    using namespace std::chrono;
    const sys_days days = year(day.year) / day.month / day.day;
    return static_cast<double>(days.time_since_epoch().count());
}

CalendarDay calendar_day(double day_number) {
    using namespace std::chrono;
    const year_month_day date(sys_days(days(static_cast<int>(std::floor(day_number)))));
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

double middle_of(CalendarDay first, CalendarDay last) {
    return (day_number(first) + day_number(last) + 1) / 2;
}

std::vector<PeriodTick> period_ticks(Domain days, double count) {
    constexpr double days_per_month = 365.2425 / 12;
    // Whole years only once a year is passed: shorter paces would repeat the year in every label.
    constexpr Pace paces[] = {
        {1, PeriodTick::Unit::month},   {3, PeriodTick::Unit::quarter}, {12, PeriodTick::Unit::year},
        {24, PeriodTick::Unit::year},   {60, PeriodTick::Unit::year},   {120, PeriodTick::Unit::year},
        {240, PeriodTick::Unit::year},  {600, PeriodTick::Unit::year},  {1200, PeriodTick::Unit::year},
        {2400, PeriodTick::Unit::year}, {6000, PeriodTick::Unit::year}, {12000, PeriodTick::Unit::year}};
    if (!std::isfinite(days.low) || !std::isfinite(days.high)) return {};
    const double months = (days.high - days.low) / days_per_month;
    for (const Pace& pace : paces) {
        if (pace.unit != PeriodTick::Unit::year && months > 24) continue;
        if (months / pace.months > count) continue;
        return ticks_at(pace, days);
    }
    return {};
}

}  // namespace regioscope::chart
