// How a map lies in its frame: projected around its middle, then fitted so that the places fill the frame,
// with a margin for their names.
#pragma once

#include <optional>
#include <vector>

#include "chart/drawing.h"
#include "chart/projection.h"

namespace regioscope::chart {

/// An outline; holes as rings among the others.
using Rings = std::vector<std::vector<GeoPoint>>;

/// On a smaller map names would hide the land.
inline constexpr double least_map_with_names = 240;

class MapView {
  public:
    /// `places` are what the map is to show: positions, corners of outlines.
    MapView(const std::vector<GeoPoint>& places, double width);

    Point operator()(GeoPoint point) const;
    const Box& frame() const { return frame_; }
    /// What of an outline lies in the frame, without the points that no eye can tell apart; without parts
    /// when nothing does.
    Path outline(const Rings& rings, std::string classes) const;

  private:
    EqualArea projection_;
    double scale_ = 1;
    Point middle_;
    Box frame_;
};

bool is_finite(GeoPoint point);

/// The corners, for a MapView.
void add_places(const Rings& rings, std::vector<GeoPoint>& places);

/// By the even-odd rule.
bool contains(const Path& shape, Point point);

/// Where a name stands in a shape: the middle of its largest part, or the point of the part nearest to it
/// that lies inside. Nothing where it has no parts.
std::optional<Point> middle_of(const Path& shape);

}  // namespace regioscope::chart
