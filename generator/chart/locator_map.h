// The locator map: where the regions lie. Countries are a quiet ground, regions stand in their colours, names
// stand beside them.
#pragma once

#include <string>
#include <vector>

#include "chart/drawing.h"
#include "chart/projection.h"
#include "chart/slot.h"

namespace regioscope::chart {

/// Rings of a GeoJSON Polygon or of all polygons of a MultiPolygon; holes as rings among them.
using Rings = std::vector<std::vector<GeoPoint>>;

struct MapRegion {
    std::string name;
    Slot slot = Slot::region(1);
    /// May be empty: then only the marker stands at the label point.
    Rings outline;
    /// Where the name belongs.
    GeoPoint label_point;
    Emphasis emphasis = Emphasis::normal;
};

struct MapPlace {
    std::string name;
    GeoPoint at;
};

struct LocatorMap {
    /// Land that is shown for orientation; what lies outside the frame is cut off.
    std::vector<Rings> land = {};
    std::vector<MapRegion> regions = {};
    /// Towns; named where there is room.
    std::vector<MapPlace> places = {};
};

Drawing draw(const LocatorMap& chart, double width);

}  // namespace regioscope::chart
