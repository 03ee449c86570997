// The grouped bar chart: for each group a bar per series, from zero, with the figures beside the bars. The
// bars of the first group say what the series are called, where there is room; else a key does.
#pragma once

#include <string>
#include <vector>

#include "chart/quantity.h"
#include "chart/slot.h"

namespace regioscope::chart {

struct BarSeries {
    std::string name;
    Slot slot = Slot::accent();
    Emphasis emphasis = Emphasis::normal;
};

struct BarGroup {
    std::string name;
    /// One per series, in their order; what is lacking at the end is not drawn.
    std::vector<Quantity> quantities;
};

struct GroupedBarChart {
    std::vector<BarSeries> series = {};
    std::vector<BarGroup> groups = {};
};

Drawing draw(const GroupedBarChart& chart, double width);

}  // namespace regioscope::chart
