#include "chart/projection.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace regioscope::chart {

namespace {

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

}  // namespace

EqualArea::EqualArea(GeoPoint centre)
    : longitude_(radians(centre.longitude)),
      sine_(std::sin(radians(centre.latitude))),
      cosine_(std::cos(radians(centre.latitude))) {}

// J. P. Snyder, Map Projections: A Working Manual (1987), equations 22-4, 22-5 and 24-2.
Point EqualArea::operator()(GeoPoint place) const {
    const double latitude = radians(place.latitude);
    const double turn = radians(place.longitude) - longitude_;
    const double cosine_distance = sine_ * std::sin(latitude) + cosine_ * std::cos(latitude) * std::cos(turn);
    // The antipode of the centre has no image; it never occurs on a map of one continent.
    const double scale = std::sqrt(2 / std::max(1e-9, 1 + cosine_distance));
    const double x = scale * std::cos(latitude) * std::sin(turn);
    const double y = scale * (cosine_ * std::sin(latitude) - sine_ * std::cos(latitude) * std::cos(turn));
    return {x, -y};
}

}  // namespace regioscope::chart
