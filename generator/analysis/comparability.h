// What must be said beside a number when it is set beside others: another area, another period, a doubtful
// status.
#pragma once

#include <optional>
#include <vector>

#include "analysis/measurement.h"
#include "base/word_table.h"

namespace regioscope::analysis {

struct Marks {
    /// Measured on an area that is not the region's first choice.
    bool off_area = false;
    /// Of a period that differs from the one the comparison is about.
    bool other_period = false;
    /// The codes E F I P U D it carries, in order.
    data::Statuses doubtful;
    bool corrected = false;

    bool any() const { return off_area || other_period || !doubtful.empty() || corrected; }
};

/// The same one by one, as a claim accepts them.
enum class Mark {
    area,
    period,
    estimated,
    forecast,
    imputed,
    provisional,
    low_reliability,
    definition_differs
};
inline constexpr WordTable<Mark, 8> mark_words = {{"area", "period", "E", "F", "I", "P", "U", "D"}};
/// Of those that are a status.
inline std::optional<data::Status> status_of(Mark mark) {
    return data::parse_status(mark_words[mark]);
}

/// The period a comparison is about: the most frequent one; of equally frequent ones the latest.
std::optional<data::PeriodIndex> reference_period(const data::Dataset& dataset,
                                                  const std::vector<const Measurement*>& measurements);

Marks marks_of(const data::Dataset& dataset, const Measurement& measurement,
               std::optional<data::PeriodIndex> reference);

}  // namespace regioscope::analysis
