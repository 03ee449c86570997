// One region's key figures: its value, its place among the others, the country, and who stands at either end.
#pragma once

#include <optional>
#include <vector>

#include "analysis/standing.h"
#include "figures/notes.h"
#include "figures/table.h"

namespace regioscope::figures {

struct ProfileTable {
    std::string id;
    data::RegionIndex region{};
    /// In the order of the table; neighbours of one theme make a group.
    std::vector<data::IndicatorIndex> indicators;
    std::optional<data::RegionIndex> benchmark;
};

Table profile_table(const ProfileTable& declared, const analysis::Standings& standings,
                    const Presenter& presenter, const Destinations& to, const InlineText& text);

}  // namespace regioscope::figures
