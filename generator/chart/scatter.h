// The scatter chart: two measures against each other, every point named where there is room, with its
// figures where the points are few.
#pragma once

#include <string>
#include <vector>

#include "chart/axis.h"
#include "chart/quantity.h"
#include "chart/slot.h"

namespace regioscope::chart {

struct ScatterPoint {
    std::string name;
    Quantity x;
    Quantity y;
    Slot slot = Slot::context();
    Emphasis emphasis = Emphasis::normal;
};

struct ScatterChart {
    NumberAxis x_axis = {};
    NumberAxis y_axis = {};
    std::vector<ScatterPoint> points = {};
};

Drawing draw(const ScatterChart& chart, double width);

}  // namespace regioscope::chart
