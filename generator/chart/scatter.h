// The scatter chart: two measures against each other, every point named where there is room.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chart/axis.h"
#include "chart/quantity.h"
#include "chart/reference.h"
#include "chart/slot.h"

namespace regioscope::chart {

struct ScatterPoint {
    std::string name;
    Quantity x;
    Quantity y;
    Slot slot = Slot::context();
    Emphasis emphasis = Emphasis::normal;
    /// A third measure, drawn as the marker's area; not negative.
    std::optional<double> size = {};
};

struct ScatterChart {
    NumberAxis x_axis = {};
    NumberAxis y_axis = {};
    std::vector<ScatterPoint> points = {};
    /// Vertical and horizontal lines: means, benchmarks.
    std::vector<Reference> x_references = {};
    std::vector<Reference> y_references = {};
};

Drawing draw(const ScatterChart& chart, double width);

}  // namespace regioscope::chart
