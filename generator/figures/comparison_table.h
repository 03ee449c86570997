// Indicators down, regions across, grouped by theme; best and worst marked where an indicator has a better
// side.
#pragma once

#include <vector>

#include "figures/notes.h"
#include "figures/table.h"

namespace regioscope::figures {

struct ComparisonTable {
    std::string id;
    /// In the order of the table; neighbours of one theme make a group.
    std::vector<data::IndicatorIndex> indicators;
    std::vector<data::RegionIndex> regions;
    enum class Themes { grouped, flat } themes = Themes::grouped;
};

Table comparison_table(const ComparisonTable& declared, const Presenter& presenter, const Destinations& to,
                       const InlineText& text);

}  // namespace regioscope::figures
