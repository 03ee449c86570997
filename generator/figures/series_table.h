// One indicator, regions down and periods across.
#pragma once

#include <vector>

#include "figures/notes.h"
#include "figures/table.h"

namespace regioscope::figures {

struct SeriesTable {
    std::string id;
    data::IndicatorIndex indicator{};
    std::vector<data::RegionIndex> regions;
};

/// Without rows when no region has more than one period.
Table series_table(const SeriesTable& declared, const Presenter& presenter, const Destinations& to,
                   const InlineText& text);

}  // namespace regioscope::figures
