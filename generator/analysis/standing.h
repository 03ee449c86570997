// Where the regions of a report stand on each indicator: computed once, read by every page.
#pragma once

#include <optional>
#include <vector>

#include "analysis/measurement.h"
#include "analysis/ranking.h"

namespace regioscope::analysis {

/// One indicator. Positions are those of the regions in the list that the standings are about.
struct Standing {
    std::vector<const Measurement*> measurements;
    std::vector<std::optional<Rank>> ranks;
    /// Highest value first, gaps last.
    std::vector<std::size_t> order;
    std::optional<data::PeriodIndex> reference;
    /// How many have a value: the first so many of `order`.
    std::size_t counted = 0;
};

class Standings {
  public:
    Standings(const Measurements& measurements, std::vector<data::RegionIndex> regions);

    const std::vector<data::RegionIndex>& regions() const { return regions_; }
    const Standing& of(data::IndicatorIndex indicator) const {
        return standings_[static_cast<std::size_t>(indicator)];
    }
    /// The region's position in the list.
    std::optional<std::size_t> position(data::RegionIndex region) const;

  private:
    std::vector<data::RegionIndex> regions_;
    std::vector<std::optional<std::size_t>> positions_;
    std::vector<Standing> standings_;
};

}  // namespace regioscope::analysis
