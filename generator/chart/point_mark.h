// A figure as a marker at a place: solid when firm, tinted with a reservation, hollow when estimated or
// provisional, with a whisker for a range and an arrow for a bound.
#pragma once

#include <string>

#include "chart/drawing.h"
#include "chart/quantity.h"
#include "chart/scale/linear.h"
#include "chart/slot.h"

namespace regioscope::chart {

struct PointMark {
    Quantity quantity;
    Slot slot;
    Emphasis emphasis = Emphasis::normal;
    std::string name;
    double radius = 4.5;
};

/// Along a vertical scale at `x`, or along a horizontal one at `y`. A missing figure draws nothing.
void add_point_on_vertical(Group& group, const PointMark& mark, double x, const Linear& y);
void add_point_on_horizontal(Group& group, const PointMark& mark, const Linear& x, double y);

/// The marker alone.
Marker marker_of(const PointMark& mark, Point centre);

}  // namespace regioscope::chart
