#include "analysis/goal_status.h"

#include "analysis/number.h"

namespace regioscope::analysis {

namespace {

using data::Target;

enum class Way { up, down, unknown };

/// Is more or less of it aimed at? A bound says so itself, else the way from the baseline, else the
/// indicator's better side.
Way way_of(const Target& target, const data::Indicator& indicator) {
    switch (target.target->kind) {
        case data::Value::Kind::at_least:
        case data::Value::Kind::more_than:
            return Way::up;
        case data::Value::Kind::at_most:
        case data::Value::Kind::less_than:
            return Way::down;
        case data::Value::Kind::point:
        case data::Value::Kind::about:
        case data::Value::Kind::range:
            break;
    }
    if (const auto baseline = number_of(target.baseline)) {
        const Decimal aim = target.target->low;
        if (aim > *baseline) return Way::up;
        if (aim < *baseline) return Way::down;
    }
    switch (indicator.polarity) {
        case data::Polarity::higher_is_better:
            return Way::up;
        case data::Polarity::lower_is_better:
            return Way::down;
        case data::Polarity::neutral:
            return Way::unknown;
    }
    return Way::unknown;
}

/// The number that is aimed at: a range's nearer end.
Decimal aim_of(const data::Value& target, Way way) {
    return target.kind == data::Value::Kind::range && way == Way::down ? target.high : target.low;
}

bool is_met(const data::Value& target, const data::Value& measured, Way way) {
    const data::Value aim = data::Value::point(aim_of(target, way));
    const bool strict =
        target.kind == data::Value::Kind::more_than || target.kind == data::Value::Kind::less_than;
    const data::Truth beyond = way == Way::up ? less(aim, measured) : less(measured, aim);
    return beyond == data::Truth::yes || (!strict && equal(aim, measured) == data::Truth::yes);
}

bool is_newer(const Target& target, const data::Period& measured) {
    return !target.baseline_period || target.baseline_period->last < measured.last;
}

/// The line from the baseline to the target at the end of the measured period.
std::optional<Decimal> line_at(const Target& target, Way way, const data::Period& measured) {
    const auto baseline = number_of(target.baseline);
    if (!baseline || !target.baseline_period || !target.due) return std::nullopt;
    const int start = day_number(target.baseline_period->last);
    const int end = day_number(target.due->last);
    if (end <= start) return std::nullopt;
    const int now = day_number(measured.last);
    const Decimal rise = aim_of(*target.target, way) - *baseline;
    return *baseline + *Decimal::divide(rise * (now - start), end - start);
}

}  // namespace

int day_number(const data::Date& date) {
    // Years begin in March, so that the leap day is their last.
    const int year = date.month <= 2 ? date.year - 1 : date.year;
    const int month = (date.month + 9) % 12;
    const int era = (year >= 0 ? year : year - 399) / 400;
    const int year_of_era = year - era * 400;
    const int day_of_year = (153 * month + 2) / 5 + date.day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

TargetStatus status_of(const Target& target, data::RegionIndex region, const Measurements& measurements) {
    TargetStatus result;
    const data::Dataset& dataset = measurements.dataset();
    if (target.indicator) {
        result.measured = measurements.find(*target.indicator, region);
        if (result.measured != nullptr && !result.measured->value) result.measured = nullptr;
    }
    if (!target.target) return result;
    result.status = GoalStatus::unmeasured;
    if (result.measured == nullptr) return result;
    const data::Indicator& indicator = dataset[*target.indicator];
    if (target.unit && *target.unit != indicator.unit) return result;
    const data::Period& period = dataset[result.measured->period];
    if (!is_newer(target, period)) return result;
    const Way way = way_of(target, indicator);
    if (way == Way::unknown) {
        result.status = GoalStatus::open;
        return result;
    }
    result.expected = line_at(target, way, period);
    if (is_met(*target.target, *result.measured->value, way)) {
        result.status = GoalStatus::reached;
    } else if (target.due && target.due->last <= period.last) {
        result.status = GoalStatus::missed;
    } else if (const auto number = number_of(result.measured); number && result.expected) {
        const bool on_course = way == Way::up ? *number >= *result.expected : *number <= *result.expected;
        result.status = on_course ? GoalStatus::on_course : GoalStatus::behind;
    } else {
        result.status = GoalStatus::open;
    }
    return result;
}

}  // namespace regioscope::analysis
