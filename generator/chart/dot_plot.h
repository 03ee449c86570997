// The dot plot: several figures per row on one scale. With two it is a dumbbell: then and now, women and men.
#pragma once

#include <string>
#include <vector>

#include "chart/axis.h"
#include "chart/quantity.h"
#include "chart/slot.h"

namespace regioscope::chart {

struct DotSeries {
    /// What the dots are: `2006`, `2015`.
    std::string name;
    /// The colour of its dots in rows that have none of their own.
    Slot slot = Slot::accent();
    /// Earlier or lesser ones are drawn smaller and grey.
    bool stands_back = false;
};

struct DotRow {
    std::string name;
    /// One per series, in their order.
    std::vector<Quantity> quantities;
    /// A region's own; accent: the series' colours.
    Slot slot = Slot::accent();
    Emphasis emphasis = Emphasis::normal;
};

struct DotPlot {
    NumberAxis axis = {};
    std::vector<DotSeries> series = {};
    std::vector<DotRow> rows = {};
};

Drawing draw(const DotPlot& chart, double width);

}  // namespace regioscope::chart
