#include "analysis/ranking.h"

#include <algorithm>
#include <numeric>

namespace regioscope::analysis {

namespace {
bool has_value(const Measurement* measurement) {
    return measurement != nullptr && measurement->value;
}
}  // namespace

std::vector<std::size_t> descending_order(const std::vector<const Measurement*>& measurements) {
    std::vector<std::size_t> order(measurements.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const bool a_counts = has_value(measurements[a]);
        const bool b_counts = has_value(measurements[b]);
        if (!a_counts || !b_counts) return a_counts && !b_counts;
        return measurements[a]->value->middle() > measurements[b]->value->middle();
    });
    return order;
}

std::vector<std::optional<Rank>> ranks_of(const std::vector<const Measurement*>& measurements) {
    std::vector<std::optional<Rank>> ranks(measurements.size());
    const std::vector<std::size_t> order = descending_order(measurements);
    const auto counted =
        static_cast<std::size_t>(std::count_if(measurements.begin(), measurements.end(), has_value));
    for (std::size_t first = 0; first < counted;) {
        const Decimal value = measurements[order[first]]->value->middle();
        std::size_t last = first;
        while (last < counted && measurements[order[last]]->value->middle() == value)
            ++last;
        for (std::size_t i = first; i < last; ++i)
            ranks[order[i]] = Rank{first + 1, last - first, counted};
        first = last;
    }
    return ranks;
}

}  // namespace regioscope::analysis
