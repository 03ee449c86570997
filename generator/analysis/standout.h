// In what a region stands out: figures with which it ranks near an end, by how far they are from the middle
// of all regions. Distance counts in widths of the middle half (the interquartile range), so that figures of
// different units can be put in one order and a single extreme region does not hide the others.
#pragma once

#include <optional>
#include <vector>

#include "analysis/standing.h"

namespace regioscope::analysis {

struct Standout {
    enum class End { high, low };

    data::IndicatorIndex indicator{};
    const Measurement* measurement = nullptr;
    End end = End::high;
    /// Counted from that end: 1 is the very highest or lowest.
    std::size_t place = 1;
    std::size_t of = 0;
    /// From the middle value, in widths of the middle half.
    Decimal distance;
    Decimal median;
    /// The region at the end; for that region itself the next one. Null where that place is shared or open.
    const Measurement* other = nullptr;
};

struct Standouts {
    /// By the indicators' polarity; each at most one per theme, farthest first.
    std::vector<Standout> favourable;
    std::vector<Standout> unfavourable;
    /// Figures that are neither good nor bad.
    std::vector<Standout> unlike;
};

/// So many regions must have a number before one of them stands out.
inline constexpr std::size_t minimum_to_stand_out = 4;

/// At most `most` of each kind. Ties, bounds and ranges do not stand out.
Standouts standouts_of(const Standings& standings, const data::Dataset& dataset, data::RegionIndex region,
                       std::size_t most);

}  // namespace regioscope::analysis
