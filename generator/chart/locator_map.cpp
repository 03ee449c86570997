#include "chart/locator_map.h"

#include <algorithm>
#include <cmath>

#include "chart/clip.h"
#include "chart/label_space.h"
#include "chart/names.h"
#include "chart/scale/linear.h"

namespace regioscope::chart {

namespace {

constexpr double most_height = 520;
/// On a smaller map names would hide the land.
constexpr double least_with_names = 240;

bool is_finite(GeoPoint point) {
    return std::isfinite(point.longitude) && std::isfinite(point.latitude);
}

/// The stretch of longitudes and latitudes that the regions cover.
struct GeoExtent {
    Extent longitudes;
    Extent latitudes;

    void add(GeoPoint point) {
        if (!is_finite(point)) return;
        longitudes.add(point.longitude);
        latitudes.add(point.latitude);
    }
    GeoPoint centre() const {
        return {(longitudes.domain().low + longitudes.domain().high) / 2,
                (latitudes.domain().low + latitudes.domain().high) / 2};
    }
};

/// Projection, then the fit into the frame: the regions fill it, with a margin for their names.
class View {
  public:
    View(const LocatorMap& chart, double width) : projection_(centre_of(chart)) {
        Extent xs;
        Extent ys;
        for_each_point(chart, [&](GeoPoint point) {
            xs.add(projection_(point).x);
            ys.add(projection_(point).y);
        });
        const bool has_names = width >= least_with_names;
        const double margin_x = !has_names ? 16 : width < narrow_width ? 36 : 90;
        const double margin_y = has_names ? 40 : 16;
        const double across = std::max(xs.domain().high - xs.domain().low, 1e-3);
        const double down = std::max(ys.domain().high - ys.domain().low, 1e-3);
        scale_ = std::min((width - 2 * margin_x) / across, (most_height - 2 * margin_y) / down);
        frame_ = {0, 0, width, down * scale_ + 2 * margin_y};
        middle_ = {(xs.domain().low + xs.domain().high) / 2, (ys.domain().low + ys.domain().high) / 2};
    }

    Point operator()(GeoPoint point) const {
        const Point at = projection_(point);
        return {frame_.right / 2 + (at.x - middle_.x) * scale_,
                frame_.bottom / 2 + (at.y - middle_.y) * scale_};
    }
    const Box& frame() const { return frame_; }

    Path outline(const Rings& rings, std::string classes) const {
        Path path{{}, std::move(classes), {}, true};
        for (const std::vector<GeoPoint>& ring : rings) {
            std::vector<Point> points;
            for (const GeoPoint& point : ring)
                if (is_finite(point)) points.push_back((*this)(point));
            points = thinned(clipped(points, frame_));
            if (points.size() > 2) path.parts.push_back(std::move(points));
        }
        return path;
    }

  private:
    template <class Use>
    static void for_each_point(const LocatorMap& chart, Use use) {
        for (const MapRegion& region : chart.regions) {
            if (is_finite(region.at)) use(region.at);
        }
    }
    static GeoPoint centre_of(const LocatorMap& chart) {
        GeoExtent extent;
        for_each_point(chart, [&](GeoPoint point) { extent.add(point); });
        return extent.centre();
    }
    /// Points less than half a pixel from the last one kept add bytes, not shape.
    static std::vector<Point> thinned(const std::vector<Point>& points) {
        std::vector<Point> kept;
        for (const Point& point : points)
            if (kept.empty() || std::hypot(point.x - kept.back().x, point.y - kept.back().y) >= 0.5)
                kept.push_back(point);
        return kept;
    }

    EqualArea projection_;
    double scale_ = 1;
    Point middle_;
    Box frame_;
};

void add_land(Drawing& drawing, const LocatorMap& chart, const View& view) {
    Group land{"land-areas"};
    for (const Rings& rings : chart.land) {
        Path path = view.outline(rings, "land");
        if (!path.parts.empty()) land.shapes.push_back(std::move(path));
    }
    drawing.groups.push_back(std::move(land));
}

/// Beside the marker, farther and farther away.
std::vector<Text> places_of_name(const MapRegion& region, const View& view) {
    const TextStyle style = region.emphasis == Emphasis::quiet ? TextStyle::label : TextStyle::strong;
    const Text name{{}, region.name, style};
    std::vector<Text> places;
    for (const double distance : {7.5, 18.0, 27.0, 40.0}) {
        const std::vector<Text> around = places_around(name, view(region.at), distance);
        places.insert(places.end(), around.begin(), around.end());
    }
    return places;
}

void add_names(Drawing& drawing, const LocatorMap& chart, const View& view) {
    LabelSpace space(view.frame());
    Group markers{"markers"};
    Group labels{"labels"};
    for (const MapRegion& region : chart.regions) {
        if (!is_finite(region.at)) continue;
        markers.shapes.push_back(Marker{view(region.at), 5.5, marker_shape(region.slot),
                                        joined("marker on-land", class_of(region.slot)), region.name});
        space.take(grown(box_of(markers.shapes.back()), 1));
    }
    for (const MapRegion& region : chart.regions) {
        if (!is_finite(region.at) || drawing.width < least_with_names) continue;
        if (auto text = space.place(places_of_name(region, view))) labels.shapes.push_back(std::move(*text));
    }
    drawing.groups.push_back(std::move(markers));
    drawing.groups.push_back(std::move(labels));
}

}  // namespace

Drawing draw(const LocatorMap& chart, double width) {
    if (chart.regions.empty()) return {width, 2};
    const View view(chart, width);
    Drawing drawing{width, view.frame().bottom};
    add_land(drawing, chart, view);
    add_names(drawing, chart, view);
    return drawing;
}

}  // namespace regioscope::chart
