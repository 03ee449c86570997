// The dot strip: where one stands among all. Each row is a measure with a scale of its own; every region is a
// small mark on it, the one the page is about a large one.
#pragma once

#include <string>
#include <vector>

#include "chart/drawing.h"
#include "chart/quantity.h"
#include "chart/slot.h"

namespace regioscope::chart {

struct StripDot {
    std::string name;
    Quantity quantity;
    Slot slot = Slot::context();
    Emphasis emphasis = Emphasis::quiet;
};

struct StripRow {
    /// The measure with its unit and period.
    std::string name;
    std::vector<StripDot> dots;
    /// What the position means: `2e van 6`. May be empty.
    std::string note;
};

struct DotStrip {
    std::vector<StripRow> rows = {};
};

Drawing draw(const DotStrip& chart, double width);

}  // namespace regioscope::chart
