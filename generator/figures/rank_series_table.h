// Places over the years: regions down, periods across, in each cell the region's place among those that have
// a figure of that period.
#pragma once

#include <string>
#include <vector>

#include "figures/notes.h"
#include "figures/table.h"

namespace regioscope::figures {

struct RankSeriesTable {
    std::string id;
    data::IndicatorIndex indicator{};
    std::vector<data::RegionIndex> regions;
};

/// Only periods of which at least three regions have a figure; without rows when there are fewer than two
/// such periods.
Table rank_series_table(const RankSeriesTable& declared, const Presenter& presenter, const Destinations& to,
                        const InlineText& text);

}  // namespace regioscope::figures
