// Cuts polygons off at the edges of a box.
#pragma once

#include <vector>

#include "chart/drawing.h"

namespace regioscope::chart {

/// What of a ring lies inside the box (Sutherland and Hodgman); empty when nothing does.
std::vector<Point> clipped(const std::vector<Point>& ring, const Box& box);

}  // namespace regioscope::chart
