// The heatmap: a table whose cells are tinted by their figures. Rows are different measures, so each has a
// scale of its own from its lowest figure (pale) to its highest (deep).
#pragma once

#include <string>
#include <vector>

#include "chart/quantity.h"

namespace regioscope::chart {

struct HeatmapRow {
    std::string name;
    /// One per column.
    std::vector<Quantity> cells;
};

struct Heatmap {
    std::vector<std::string> columns = {};
    std::vector<HeatmapRow> rows = {};
};

Drawing draw(const Heatmap& chart, double width);

}  // namespace regioscope::chart
