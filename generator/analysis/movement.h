// How a region's figure moved from the first to the latest one known, and whether that is the better way.
#pragma once

#include <optional>

#include "analysis/measurement.h"

namespace regioscope::analysis {

enum class Course {
    better,    ///< towards the indicator's better side
    worse,     ///< away from it
    level,     ///< by no more than the indicator's threshold
    undecided  ///< neither side is better, or the figures are bounds or ranges
};

struct Movement {
    const Measurement* first = nullptr;
    const Measurement* last = nullptr;
    /// Last minus first; nothing when one of them has no number.
    std::optional<Decimal> change;
    Course course = Course::undecided;
};

/// Both on the area of the region's figure; nothing when that has figures of fewer than two periods.
std::optional<Movement> movement_of(const Measurements& measurements, data::IndicatorIndex indicator,
                                    data::RegionIndex region);

}  // namespace regioscope::analysis
