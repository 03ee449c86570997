#include "analysis/standing.h"

#include <algorithm>

#include "analysis/comparability.h"
#include "base/parallel.h"

namespace regioscope::analysis {

Standings::Standings(const Measurements& measurements, std::vector<data::RegionIndex> regions)
    : regions_(std::move(regions)),
      positions_(measurements.dataset().regions.size()),
      standings_(measurements.dataset().indicators.size()) {
    for (std::size_t i = 0; i < regions_.size(); ++i)
        positions_[static_cast<std::size_t>(regions_[i])] = i;
    for_each_index(standings_.size(), [&](std::size_t i) {
        Standing& standing = standings_[i];
        standing.measurements = measurements.find_all(static_cast<data::IndicatorIndex>(i), regions_);
        standing.ranks = ranks_of(measurements.dataset(), standing.measurements);
        standing.order = descending_order(measurements.dataset(), standing.measurements);
        standing.reference = reference_period(measurements.dataset(), standing.measurements);
        standing.counted = static_cast<std::size_t>(std::count_if(
            standing.ranks.begin(), standing.ranks.end(), [](const auto& rank) { return rank.has_value(); }));
    });
}

std::optional<std::size_t> Standings::position(data::RegionIndex region) const {
    return positions_[static_cast<std::size_t>(region)];
}

}  // namespace regioscope::analysis
