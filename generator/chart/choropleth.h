// The choropleth: regions in their boundaries, each as deep as its figure is high. A region whose boundaries
// nobody gave is a disc where it lies.
#pragma once

#include <string>
#include <vector>

#include "chart/map_view.h"
#include "chart/quantity.h"
#include "chart/slot.h"

namespace regioscope::chart {

struct ChoroplethRegion {
    std::string name;
    Quantity quantity;
    /// Empty: it is a disc at `at`.
    Rings shape = {};
    GeoPoint at = {};
    Emphasis emphasis = Emphasis::normal;
};

struct Choropleth {
    /// Land that is shown for orientation; what lies outside the frame is cut off.
    std::vector<Rings> land = {};
    std::vector<ChoroplethRegion> regions = {};
    /// What the key calls a region without a figure.
    std::string missing = {};
};

Drawing draw(const Choropleth& chart, double width);

}  // namespace regioscope::chart
