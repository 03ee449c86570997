#include "analysis/ranking.h"

#include <algorithm>
#include <numeric>

#include "analysis/number.h"

namespace regioscope::analysis {

namespace {

bool is_open(const data::Value& value) {
    return value.kind == data::Value::Kind::more_than || value.kind == data::Value::Kind::less_than;
}

/// The ends of all values, sorted: how many lie above or below a value is then two searches.
class Ends {
  public:
    explicit Ends(const ComparedValues& values) {
        for (const auto& value : values) {
            if (!value) continue;
            ++count_;
            if (const auto low = data::lowest_of(*value)) lows_.push_back({*low, is_open(*value)});
            if (const auto high = data::highest_of(*value)) highs_.push_back(*high);
            if (value->kind == data::Value::Kind::point) points_.push_back(value->low);
        }
        std::sort(lows_.begin(), lows_.end());
        std::sort(highs_.begin(), highs_.end());
        std::sort(points_.begin(), points_.end());
    }

    Rank rank_of(const data::Value& value) const {
        Rank rank;
        rank.rank = 1 + certainly_above(value);
        rank.last = 1 + possibly_above(value);
        rank.of = count_;
        if (value.kind == data::Value::Kind::point) {
            const auto [first, last] = std::equal_range(points_.begin(), points_.end(), value.low);
            rank.shared_by = static_cast<std::size_t>(last - first);
        }
        return rank;
    }

  private:
    /// Open ends stand behind closed ones of the same number.
    struct Low {
        Decimal at;
        bool open = false;
        bool operator<(const Low& other) const { return at == other.at ? open < other.open : at < other.at; }
    };

    std::size_t certainly_above(const data::Value& value) const {
        const auto high = data::highest_of(value);
        if (!high) return 0;
        const auto first = std::lower_bound(lows_.begin(), lows_.end(), Low{*high, !is_open(value)});
        return static_cast<std::size_t>(lows_.end() - first);
    }

    std::size_t possibly_above(const data::Value& value) const {
        const auto low = data::lowest_of(value);
        const auto high = data::highest_of(value);
        const auto never = low ? static_cast<std::size_t>(
                                     std::upper_bound(highs_.begin(), highs_.end(), *low) - highs_.begin())
                               : 0;
        // What has a width is found among those that may be above it, and is not.
        const bool has_width = !low || !high || *low < *high;
        return count_ - never - (has_width ? 1 : 0);
    }

    std::vector<Low> lows_;
    std::vector<Decimal> highs_;
    std::vector<Decimal> points_;
    std::size_t count_ = 0;
};

ComparedValues compared_values(const data::Dataset& dataset,
                               const std::vector<const Measurement*>& measurements) {
    ComparedValues values;
    values.reserve(measurements.size());
    for (const Measurement* const measurement : measurements)
        values.push_back(compared(dataset, measurement));
    return values;
}

/// The one of which the most is certain: its nearer end lies farther out than all others'. Null when all are
/// open on that side.
const data::Value* certainly_farthest(const ComparedValues& values, End end) {
    const data::Value* farthest = nullptr;
    for (const auto& value : values) {
        if (!value) continue;
        const auto certain = end == End::highest ? data::lowest_of(*value) : data::highest_of(*value);
        if (!certain) continue;
        if (farthest == nullptr) {
            farthest = &*value;
            continue;
        }
        const Decimal best =
            *(end == End::highest ? data::lowest_of(*farthest) : data::highest_of(*farthest));
        const bool is_farther = end == End::highest ? *certain > best : *certain < best;
        if (is_farther || (*certain == best && is_open(*value))) farthest = &*value;
    }
    return farthest;
}

/// How far the second lies from the first towards that end's other side.
Decimal distance(End end, const data::Value& from, const data::Value& to) {
    return end == End::highest ? from.low - to.low : to.low - from.low;
}

}  // namespace

std::vector<std::size_t> descending_order(const ComparedValues& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (!values[a] || !values[b]) return values[a] && !values[b];
        return values[a]->middle() > values[b]->middle();
    });
    return order;
}

std::vector<std::size_t> descending_order(const data::Dataset& dataset,
                                          const std::vector<const Measurement*>& measurements) {
    return descending_order(compared_values(dataset, measurements));
}

std::vector<std::optional<Rank>> ranks_of(const ComparedValues& values) {
    const Ends ends(values);
    std::vector<std::optional<Rank>> ranks;
    ranks.reserve(values.size());
    for (const auto& value : values)
        ranks.push_back(value ? std::optional(ends.rank_of(*value)) : std::nullopt);
    return ranks;
}

std::vector<std::optional<Rank>> ranks_of(const data::Dataset& dataset,
                                          const std::vector<const Measurement*>& measurements) {
    return ranks_of(compared_values(dataset, measurements));
}

Extreme extreme_of(const ComparedValues& values, End end, const Decimal& threshold) {
    std::vector<std::size_t> known = descending_order(values);
    std::erase_if(known, [&](std::size_t i) { return !values[i].has_value(); });
    const auto lies_beyond = [&](const data::Value& other, const data::Value& one) {
        return (end == End::highest ? data::less(one, other) : data::less(other, one)) == data::Truth::yes;
    };
    Extreme extreme;
    if (const data::Value* const farthest = certainly_farthest(values, end)) {
        std::copy_if(known.begin(), known.end(), std::back_inserter(extreme.members),
                     [&](std::size_t i) { return !lies_beyond(*farthest, *values[i]); });
    } else {
        extreme.members = known;
    }
    const bool all_points = std::all_of(extreme.members.begin(), extreme.members.end(), [&](std::size_t i) {
        return values[i]->kind == data::Value::Kind::point;
    });
    extreme.is_decided = extreme.members.size() <= 1 || all_points;
    if (!all_points || extreme.members.empty()) return extreme;
    // Who stands there is known, and so is who reads about the same.
    const data::Value& first = *values[extreme.members.front()];
    extreme.members.clear();
    std::copy_if(known.begin(), known.end(), std::back_inserter(extreme.members), [&](std::size_t i) {
        return values[i]->kind == data::Value::Kind::point && distance(end, first, *values[i]) <= threshold;
    });
    return extreme;
}

bool are_level(const ComparedValues& values, const Decimal& threshold) {
    std::optional<Decimal> lowest;
    std::optional<Decimal> highest;
    for (const auto& value : values) {
        if (!value) continue;
        const auto low = data::lowest_of(*value);
        const auto high = data::highest_of(*value);
        if (!low || !high) return false;
        if (!lowest || *low < *lowest) lowest = low;
        if (!highest || *high > *highest) highest = high;
    }
    return lowest && *highest - *lowest <= threshold;
}

}  // namespace regioscope::analysis
