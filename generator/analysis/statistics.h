// The few statistics that comparing regions needs, on exact decimals: quotients and roots are rounded in one
// place and come out the same on every machine.
#pragma once

#include <optional>
#include <vector>

#include "base/decimal.h"

namespace regioscope::analysis {

/// Nothing of an empty list.
std::optional<Decimal> mean(const std::vector<Decimal>& values);

/// Of the whole group (divided by n, not n − 1): the regions compared are all there are, not a sample.
/// Nothing of an empty list.
std::optional<Decimal> standard_deviation(const std::vector<Decimal>& values);

/// Rounded to 12 decimals. `value` is not negative.
Decimal square_root(const Decimal& value);

/// Rank 1 for the lowest; equals share the middle of their places (1, 2.5, 2.5, 4).
std::vector<Decimal> average_ranks(const std::vector<Decimal>& values);

/// Spearman's: the correlation of the average ranks, −1 to 1. Nothing for fewer than three pairs or where all
/// are equal. Both lists have one length.
std::optional<Decimal> rank_correlation(const std::vector<Decimal>& a, const std::vector<Decimal>& b);

}  // namespace regioscope::analysis
