#include "analysis/statistics.h"

#include <algorithm>
#include <numeric>

namespace regioscope::analysis {

namespace {

constexpr int root_decimals = 12;

Decimal sum(const std::vector<Decimal>& values) {
    Decimal total;
    for (const Decimal& value : values)
        total += value;
    return total;
}

Decimal count(const std::vector<Decimal>& values) {
    return Decimal(static_cast<int>(values.size()));
}

/// Sum of the products of both lists' distances from their means.
Decimal co_moment(const std::vector<Decimal>& a, const std::vector<Decimal>& b) {
    const Decimal mean_a = *mean(a);
    const Decimal mean_b = *mean(b);
    Decimal total;
    for (std::size_t i = 0; i < a.size(); ++i)
        total += (a[i] - mean_a) * (b[i] - mean_b);
    return total;
}

}  // namespace

std::optional<Decimal> mean(const std::vector<Decimal>& values) {
    return Decimal::divide(sum(values), count(values));
}

std::optional<Decimal> standard_deviation(const std::vector<Decimal>& values) {
    if (values.empty()) return std::nullopt;
    const auto variance = Decimal::divide(co_moment(values, values), count(values));
    return variance ? std::optional(square_root(*variance)) : std::nullopt;
}

Decimal square_root(const Decimal& value) {
    if (value.is_zero() || value.is_negative()) return 0;
    // Newton's method from a power of ten near the root: each step doubles the digits that are right.
    int digits = value.exponent();
    for (std::int64_t mantissa = value.mantissa(); mantissa > 0; mantissa /= 10)
        ++digits;
    Decimal root = Decimal::scaled(1, digits / 2);
    const Decimal half = Decimal::scaled(5, -1);
    for (int step = 0; step < 40; ++step) {
        const Decimal next = (root + *Decimal::divide(value, root)) * half;
        if (next == root) break;
        root = next;
    }
    return root.rounded(root_decimals).normalized();
}

std::vector<Decimal> average_ranks(const std::vector<Decimal>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<Decimal> ranks(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        while (last + 1 < order.size() && values[order[last + 1]] == values[order[first]])
            ++last;
        // Places first + 1 … last + 1; their middle.
        const Decimal rank = Decimal::scaled(static_cast<std::int64_t>(first + last + 2) * 5, -1);
        for (std::size_t i = first; i <= last; ++i)
            ranks[order[i]] = rank;
        first = last + 1;
    }
    return ranks;
}

std::optional<Decimal> rank_correlation(const std::vector<Decimal>& a, const std::vector<Decimal>& b) {
    if (a.size() != b.size() || a.size() < 3) return std::nullopt;
    const std::vector<Decimal> ranks_a = average_ranks(a);
    const std::vector<Decimal> ranks_b = average_ranks(b);
    const Decimal spread = square_root(co_moment(ranks_a, ranks_a) * co_moment(ranks_b, ranks_b));
    const auto correlation = Decimal::divide(co_moment(ranks_a, ranks_b), spread);
    return correlation ? std::optional(correlation->rounded(root_decimals).normalized()) : std::nullopt;
}

}  // namespace regioscope::analysis
