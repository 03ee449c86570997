// Rank 1 is the highest value; equals share a rank and the next one counts on behind them (1, 2, 2, 4:
// "standard competition ranking"). What is missing has no rank.
#pragma once

#include <optional>
#include <vector>

#include "analysis/measurement.h"

namespace regioscope::analysis {

struct Rank {
    std::size_t rank = 0;
    /// How many share it, itself included.
    std::size_t shared_by = 1;
    /// Among how many values.
    std::size_t of = 0;
};

/// The rank of each measurement in the list; nothing for gaps. Bounds and ranges rank by their middle.
std::vector<std::optional<Rank>> ranks_of(const std::vector<const Measurement*>& measurements);

/// Positions in the list, highest value first, gaps last; equals keep their order.
std::vector<std::size_t> descending_order(const std::vector<const Measurement*>& measurements);

}  // namespace regioscope::analysis
