// The slope chart: how each thing changed between two moments. Steepness and crossing tell the story.
#pragma once

#include <string>
#include <vector>

#include "chart/axis.h"
#include "chart/quantity.h"
#include "chart/slot.h"

namespace regioscope::chart {

struct Slope {
    std::string name;
    Quantity before;
    Quantity after;
    Slot slot = Slot::accent();
    Emphasis emphasis = Emphasis::normal;
    /// What it came to: `+13%`. May be empty.
    std::string change = {};
};

struct SlopeChart {
    NumberAxis axis = {};
    /// The two moments: `2006` and `2015`.
    std::string before;
    std::string after;
    std::vector<Slope> slopes = {};
};

Drawing draw(const SlopeChart& chart, double width);

}  // namespace regioscope::chart
