// One bar from zero to its figure, lying or standing, with the looks of its status and of bounds and ranges.
#pragma once

#include <string>

#include "chart/drawing.h"
#include "chart/quantity.h"
#include "chart/scale/linear.h"
#include "chart/slot.h"

namespace regioscope::chart {

enum class Orientation { lying, standing };

struct BarMark {
    Quantity quantity;
    Slot slot;
    Emphasis emphasis = Emphasis::normal;
    /// What it stands for, for the pointer.
    std::string name;
    /// The stretch across the number axis: top and bottom of a lying bar, left and right of a standing one.
    double begin = 0;
    double end = 0;
};

/// Adds the bar. A missing figure becomes a light hatch over the whole range: it could be anything.
void add_bar(Group& group, const BarMark& bar, const Linear& scale, Orientation orientation);

/// Where the bar's ink ends along the number axis, on the far side from zero; open ends included.
double bar_tip(const Quantity& quantity, const Linear& scale);

/// Gathers what a scale for bars must reach.
void add_to(Extent& extent, const Quantity& quantity);

/// `Twente: 7,2%`.
std::string tip_of(const std::string& name, const Quantity& quantity);

}  // namespace regioscope::chart
