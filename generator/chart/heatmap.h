// The heatmap: a table whose cells are tinted by their figures. Reports print it as an HTML table, whose
// cells take the classes from tint(); this drawing of the same is for files that travel alone.
#pragma once

#include <string>
#include <vector>

#include "chart/axis.h"
#include "chart/quantity.h"

namespace regioscope::chart {

struct HeatmapRow {
    std::string name;
    /// One per column.
    std::vector<Quantity> cells;
    /// Where the colours part in two directions, for a diverging row.
    double centre = 0;
};

struct Heatmap {
    enum class Scale {
        sequential,  ///< pale is low, deep is high
        diverging,   ///< away from each row's centre
    };
    enum class Reach {
        row,    ///< every row has a scale of its own: rows of different measures
        table,  ///< one scale for all cells
    };

    Scale scale = Scale::sequential;
    Reach reach = Reach::row;
    std::vector<std::string> columns = {};
    std::vector<HeatmapRow> rows = {};
};

/// The class of a cell's colour: `step-3`, `above-1`, or `missing`.
std::string tint(const Heatmap& chart, std::size_t row, std::size_t column);

Drawing draw(const Heatmap& chart, double width);

}  // namespace regioscope::chart
