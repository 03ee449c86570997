#include "chart/spread.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace regioscope::chart {

namespace {

/// Labels that touch each other and move as one.
struct Cluster {
    std::vector<std::size_t> members;
    double size = 0;
    /// Sum over members of where each would like the cluster to start.
    double wished_start = 0;

    double start(Range bounds) const {
        const double mean = wished_start / static_cast<double>(members.size());
        return std::max(bounds.start, std::min(mean, bounds.end - size));
    }
};

Cluster merged(const Cluster& first, const Cluster& second) {
    Cluster both = first;
    both.members.insert(both.members.end(), second.members.begin(), second.members.end());
    both.wished_start += second.wished_start - first.size * static_cast<double>(second.members.size());
    both.size += second.size;
    return both;
}

}  // namespace

std::vector<double> spread(const std::vector<Wish>& wishes, Range bounds) {
    std::vector<std::size_t> order(wishes.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return wishes[a].centre < wishes[b].centre; });

    std::vector<Cluster> clusters;
    for (const std::size_t index : order) {
        const Wish& wish = wishes[index];
        clusters.push_back({{index}, wish.size, wish.centre - wish.size / 2});
        while (clusters.size() > 1) {
            const Cluster& last = clusters.back();
            const Cluster& before = clusters[clusters.size() - 2];
            if (before.start(bounds) + before.size <= last.start(bounds)) break;
            Cluster both = merged(before, last);
            clusters.pop_back();
            clusters.back() = std::move(both);
        }
    }

    std::vector<double> centres(wishes.size());
    for (const Cluster& cluster : clusters) {
        double at = cluster.start(bounds);
        for (const std::size_t index : cluster.members) {
            centres[index] = at + wishes[index].size / 2;
            at += wishes[index].size;
        }
    }
    return centres;
}

}  // namespace regioscope::chart
