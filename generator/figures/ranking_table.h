// One indicator, region by region: the ranking that an indicator's page shows.
#pragma once

#include <vector>

#include "figures/notes.h"
#include "figures/table.h"

namespace regioscope::figures {

struct RankingTable {
    std::string id;
    data::IndicatorIndex indicator{};
    /// Ranked among each other.
    std::vector<data::RegionIndex> ranked;
    /// Shown below without a rank: the countries, wider areas.
    std::vector<data::RegionIndex> others;
    /// How far each has come since its first figure, where there are earlier ones.
    bool with_change = false;
};

Table ranking_table(const RankingTable& declared, const Presenter& presenter, const Destinations& to,
                    const InlineText& text);

}  // namespace regioscope::figures
