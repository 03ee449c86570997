// Who is highest, who comes before whom: the one rule that words, ranks, claims, charts and tables share.
// Rank 1 is the highest value; equals share a rank and the next one counts on behind them (1, 2, 2, 4:
// "standard competition ranking"). A bound may leave open who comes first: then nothing is said of it. What
// is missing has no rank.
#pragma once

#include <optional>
#include <vector>

#include "analysis/measurement.h"

namespace regioscope::analysis {

using ComparedValues = std::vector<std::optional<data::Value>>;

struct Rank {
    /// The best and the worst place it may have; the same where all is decided.
    std::size_t rank = 0;
    std::size_t last = 0;
    /// How many share it for certain, itself included.
    std::size_t shared_by = 1;
    /// Among how many values.
    std::size_t of = 0;

    bool is_decided() const { return rank == last; }
};

/// The rank of each value in the list; nothing for gaps.
std::vector<std::optional<Rank>> ranks_of(const ComparedValues& values);
std::vector<std::optional<Rank>> ranks_of(const data::Dataset& dataset,
                                          const std::vector<const Measurement*>& measurements);

/// Positions in the list, highest value first, gaps last; equals keep their order. Bounds and ranges stand
/// where their middle does.
std::vector<std::size_t> descending_order(const ComparedValues& values);
std::vector<std::size_t> descending_order(const data::Dataset& dataset,
                                          const std::vector<const Measurement*>& measurements);

enum class End { highest, lowest };

/// Who stands at one end, as positions in the list, highest value first.
struct Extreme {
    std::vector<std::size_t> members;
    /// Else the members are those of whom nobody can say that they do not stand there.
    bool is_decided = true;
};

/// Those who stand at that end, or no farther from it than `threshold`.
Extreme extreme_of(const ComparedValues& values, End end, const Decimal& threshold = Decimal());

/// Do all of them differ by no more than `threshold`, wherever in their bounds they lie?
bool are_level(const ComparedValues& values, const Decimal& threshold);

}  // namespace regioscope::analysis
