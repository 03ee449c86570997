#include "analysis/movement.h"

#include "analysis/number.h"

namespace regioscope::analysis {

namespace {

Course course_of(const Decimal& change, const data::Indicator& indicator) {
    if (change.absolute() <= indicator.about_equal) return Course::level;
    switch (indicator.polarity) {
        case data::Polarity::higher_is_better:
            return change.is_negative() ? Course::worse : Course::better;
        case data::Polarity::lower_is_better:
            return change.is_negative() ? Course::better : Course::worse;
        case data::Polarity::neutral:
            return Course::undecided;
    }
    return Course::undecided;
}

}  // namespace

std::optional<Movement> movement_of(const Measurements& measurements, data::IndicatorIndex indicator,
                                    data::RegionIndex region) {
    Movement movement;
    movement.last = measurements.find(indicator, region);
    if (movement.last == nullptr || !movement.last->value) return std::nullopt;
    // By area, then time: the first of the same area with a value is the earliest.
    for (const Measurement& one : measurements.of(indicator, region)) {
        if (one.area != movement.last->area || !one.value) continue;
        movement.first = &one;
        break;
    }
    if (movement.first == movement.last) return std::nullopt;
    const data::Dataset& dataset = measurements.dataset();
    const auto from = compared_number(dataset, movement.first);
    const auto to = compared_number(dataset, movement.last);
    if (from && to) {
        movement.change = *to - *from;
        movement.course = course_of(*movement.change, dataset[indicator]);
    }
    return movement;
}

}  // namespace regioscope::analysis
