// Two regions side by side: how their figures relate, which of them is the more favourable, and how large the
// difference is beside the spread of all regions.
#pragma once

#include <optional>
#include <vector>

#include "analysis/measurement.h"

namespace regioscope::analysis {

enum class Relation {
    higher,     ///< the first for certain, by more than the indicator's threshold
    lower,      ///< likewise
    equal,      ///< within the threshold
    same,       ///< the very same number
    undecided,  ///< bounds and ranges that can come out either way
    missing     ///< one of them, or both
};

enum class Favour { first, second, neither };

struct PairFigure {
    data::IndicatorIndex indicator{};
    /// Null where the sources say nothing.
    const Measurement* first = nullptr;
    const Measurement* second = nullptr;
    /// The later of the two periods; the other one is marked.
    std::optional<data::PeriodIndex> reference;
    Relation relation = Relation::missing;
    /// The first minus the second; nothing without two numbers.
    std::optional<Decimal> difference;
    /// By polarity; neither for neutral indicators and where nothing is higher or lower.
    Favour favour = Favour::neither;
    /// Of the difference, in standard deviations of all regions; nothing where those cannot be computed.
    std::optional<Decimal> spread;
    /// Neither is estimated or of low reliability, and they are more than twice the threshold apart: nothing
    /// less leads a page or teaches.
    bool is_telling = false;
};

/// How two figures that are known relate; numbers within `threshold` are equal.
Relation relation_of(const data::Value& first, const data::Value& second, const Decimal& threshold);

/// `regions` are those whose spread is the yardstick.
PairFigure compare_figures(const Measurements& measurements, data::IndicatorIndex indicator,
                           data::RegionIndex first, data::RegionIndex second,
                           const std::vector<data::RegionIndex>& regions);

/// Those that differ and tell something, by their spread, largest first; equals keep their order. Without a
/// spread they are left out.
std::vector<const PairFigure*> largest_differences(const std::vector<PairFigure>& figures);

/// Of each theme only the first: figures of one theme often tell the same thing twice.
std::vector<const PairFigure*> one_per_theme(const data::Dataset& dataset,
                                             const std::vector<const PairFigure*>& figures);

}  // namespace regioscope::analysis
