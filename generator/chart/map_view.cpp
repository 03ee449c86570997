#include "chart/map_view.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "base/budget.h"
#include "chart/clip.h"
#include "chart/names.h"
#include "chart/scale/linear.h"

namespace regioscope::chart {

namespace {

constexpr double most_height = 520;
/// What a corner costs until it stands on a page.
constexpr std::uint64_t units_of_corner = 8;

GeoPoint centre_of(const std::vector<GeoPoint>& places) {
    Extent longitudes;
    Extent latitudes;
    for (const GeoPoint& place : places) {
        if (!is_finite(place)) continue;
        longitudes.add(place.longitude);
        latitudes.add(place.latitude);
    }
    return {(longitudes.domain().low + longitudes.domain().high) / 2,
            (latitudes.domain().low + latitudes.domain().high) / 2};
}

/// Points less than half a pixel from the last one kept add bytes, not shape.
std::vector<Point> thinned(const std::vector<Point>& points) {
    std::vector<Point> kept;
    for (const Point& point : points)
        if (kept.empty() || std::hypot(point.x - kept.back().x, point.y - kept.back().y) >= 0.5)
            kept.push_back(point);
    return kept;
}

/// Twice what it covers; negative when it runs the other way round.
double doubled_area(const std::vector<Point>& ring) {
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point& a = ring[i];
        const Point& b = ring[(i + 1) % ring.size()];
        sum += a.x * b.y - b.x * a.y;
    }
    return sum;
}

Point centroid(const std::vector<Point>& ring) {
    const double area = doubled_area(ring);
    if (std::abs(area) < 1e-9) return ring.front();
    Point middle;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point& a = ring[i];
        const Point& b = ring[(i + 1) % ring.size()];
        const double cross = a.x * b.y - b.x * a.y;
        middle.x += (a.x + b.x) * cross;
        middle.y += (a.y + b.y) * cross;
    }
    return {middle.x / (3 * area), middle.y / (3 * area)};
}

/// The longest stretch of a horizontal line that lies inside: its middle.
Point middle_at(const std::vector<Point>& ring, Point wanted) {
    std::vector<double> crossings;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point& a = ring[i];
        const Point& b = ring[(i + 1) % ring.size()];
        if ((a.y <= wanted.y) != (b.y <= wanted.y))
            crossings.push_back(a.x + (wanted.y - a.y) / (b.y - a.y) * (b.x - a.x));
    }
    std::sort(crossings.begin(), crossings.end());
    double longest = 0;
    Point middle = wanted;
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
        if (crossings[i + 1] - crossings[i] <= longest) continue;
        longest = crossings[i + 1] - crossings[i];
        middle.x = (crossings[i] + crossings[i + 1]) / 2;
    }
    return middle;
}

}  // namespace

bool is_finite(GeoPoint point) {
    return std::isfinite(point.longitude) && std::isfinite(point.latitude);
}

void add_places(const Rings& rings, std::vector<GeoPoint>& places) {
    for (const std::vector<GeoPoint>& ring : rings)
        places.insert(places.end(), ring.begin(), ring.end());
}

MapView::MapView(const std::vector<GeoPoint>& places, double width) : projection_(centre_of(places)) {
    Extent xs;
    Extent ys;
    for (const GeoPoint& place : places) {
        if (!is_finite(place)) continue;
        xs.add(projection_(place).x);
        ys.add(projection_(place).y);
    }
    const bool has_names = width >= least_map_with_names;
    const double margin_x = !has_names ? 16 : width < narrow_width ? 36 : 90;
    const double margin_y = has_names ? 40 : 16;
    const double across = std::max(xs.domain().high - xs.domain().low, 1e-3);
    const double down = std::max(ys.domain().high - ys.domain().low, 1e-3);
    scale_ = std::min((width - 2 * margin_x) / across, (most_height - 2 * margin_y) / down);
    frame_ = {0, 0, width, down * scale_ + 2 * margin_y};
    middle_ = {(xs.domain().low + xs.domain().high) / 2, (ys.domain().low + ys.domain().high) / 2};
}

Point MapView::operator()(GeoPoint point) const {
    const Point at = projection_(point);
    return {frame_.right / 2 + (at.x - middle_.x) * scale_, frame_.bottom / 2 + (at.y - middle_.y) * scale_};
}

Path MapView::outline(const Rings& rings, std::string classes) const {
    Path path{{}, std::move(classes), {}, true};
    std::size_t corners = 0;
    for (const std::vector<GeoPoint>& ring : rings)
        corners += ring.size();
    if (!Budget::of_build().spend(corners * units_of_corner)) return path;
    for (const std::vector<GeoPoint>& ring : rings) {
        std::vector<Point> points;
        for (const GeoPoint& point : ring)
            if (is_finite(point)) points.push_back((*this)(point));
        points = thinned(clipped(points, frame_));
        if (points.size() > 2) path.parts.push_back(std::move(points));
    }
    return path;
}

bool contains(const Path& shape, Point point) {
    bool is_inside = false;
    for (const std::vector<Point>& ring : shape.parts) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point& a = ring[i];
            const Point& b = ring[(i + 1) % ring.size()];
            if ((a.y <= point.y) == (b.y <= point.y)) continue;
            if (a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) > point.x) is_inside = !is_inside;
        }
    }
    return is_inside;
}

std::optional<Point> middle_of(const Path& shape) {
    const auto largest = std::max_element(
        shape.parts.begin(), shape.parts.end(),
        [](const auto& a, const auto& b) { return std::abs(doubled_area(a)) < std::abs(doubled_area(b)); });
    if (largest == shape.parts.end()) return std::nullopt;
    return middle_at(*largest, centroid(*largest));
}

}  // namespace regioscope::chart
