// The locator map: where the regions lie. Countries are a quiet ground, regions stand in their colours, names
// stand beside them; a map too small for names goes with a list beside it.
#pragma once

#include <string>
#include <vector>

#include "chart/drawing.h"
#include "chart/map_view.h"
#include "chart/slot.h"

namespace regioscope::chart {

struct MapRegion {
    std::string name;
    Slot slot = Slot::region(1);
    GeoPoint at;
    Emphasis emphasis = Emphasis::normal;
    /// Its boundaries, where they are known.
    Rings shape = {};
};

struct LocatorMap {
    /// Land that is shown for orientation; what lies outside the frame is cut off.
    std::vector<Rings> land = {};
    std::vector<MapRegion> regions = {};
};

Drawing draw(const LocatorMap& chart, double width);

}  // namespace regioscope::chart
