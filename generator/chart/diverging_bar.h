// The diverging bar chart: how far each lies below or above a centre. The scale reaches as far to both sides,
// and a name stands beside the centre, opposite its bar.
#pragma once

#include <string>
#include <vector>

#include "chart/axis.h"
#include "chart/bar.h"

namespace regioscope::chart {

struct DivergingBarChart {
    NumberAxis axis = {};
    /// What stands at the centre: `Nederland 6,9%`. Figures are differences from it.
    std::string centre;
    /// What the two sides mean: `lager`, `hoger`. May be empty.
    std::string below;
    std::string above;
    std::vector<Bar> bars = {};
};

Drawing draw(const DivergingBarChart& chart, double width);

}  // namespace regioscope::chart
