// How a stated target stands, by one declared rule (docs/methods.md): only what was measured after the
// baseline counts, and before the due date the yardstick is the straight line from baseline to target.
#pragma once

#include <optional>

#include "analysis/measurement.h"

namespace regioscope::analysis {

enum class GoalStatus {
    reached,     ///< measured, and the target is met for certain
    on_course,   ///< before the due date, at or beyond the line
    behind,      ///< before the due date, short of the line
    missed,      ///< measured at or after the due date, and not met
    open,        ///< measured, not met; without baseline or due date there is no line to hold it against
    unmeasured,  ///< a number is aimed at, but no figure after the baseline is known
    in_words     ///< no number is aimed at
};

struct TargetStatus {
    GoalStatus status = GoalStatus::in_words;
    /// The latest figure of the linked indicator; null when there is none. It may be older than the baseline.
    const Measurement* measured = nullptr;
    /// Where the line stands at the measured period; nothing when there is no line.
    std::optional<Decimal> expected;
};

/// `region` is the goal's.
TargetStatus status_of(const data::Target& target, data::RegionIndex region,
                       const Measurements& measurements);

/// Days since 1970-01-01.
int day_number(const data::Date& date);

}  // namespace regioscope::analysis
