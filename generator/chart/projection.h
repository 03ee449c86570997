// Lambert's azimuthal equal-area projection: on a locator map no region looks larger than it is. (On the
// sphere: over a few hundred kilometres the ellipsoid makes less than a pixel of difference.)
#pragma once

#include "chart/drawing.h"

namespace regioscope::chart {

/// In degrees, east and north.
struct GeoPoint {
    double longitude = 0;
    double latitude = 0;
};

class EqualArea {
  public:
    explicit EqualArea(GeoPoint centre);

    /// In earth radii from the centre; x to the east, y to the south, as on a screen.
    Point operator()(GeoPoint place) const;

  private:
    double longitude_;
    double sine_;
    double cosine_;
};

}  // namespace regioscope::chart
