// Small multiples: the same small line chart many times, on shared scales, so that the eye compares shapes.
#pragma once

#include <string>
#include <vector>

#include "chart/line.h"

namespace regioscope::chart {

struct Panel {
    std::string title;
    LineChart chart;
};

struct SmallMultiples {
    enum class Scales {
        shared,     ///< one scale for all panels' numbers
        per_panel,  ///< panels of different measures
    };

    Scales scales = Scales::shared;
    std::vector<Panel> panels = {};
};

Drawing draw(const SmallMultiples& chart, double width);

}  // namespace regioscope::chart
