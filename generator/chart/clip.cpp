#include "chart/clip.h"

namespace regioscope::chart {

namespace {

/// One pass: keeps what lies on the inner side of one edge.
template <class IsInside, class Crossing>
std::vector<Point> kept(const std::vector<Point>& ring, IsInside is_inside, Crossing crossing) {
    std::vector<Point> result;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point& from = ring[i == 0 ? ring.size() - 1 : i - 1];
        const Point& to = ring[i];
        if (is_inside(from) != is_inside(to)) result.push_back(crossing(from, to));
        if (is_inside(to)) result.push_back(to);
    }
    return result;
}

auto at_x(double x) {
    return [x](const Point& a, const Point& b) {
        return Point{x, a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)};
    };
}

auto at_y(double y) {
    return [y](const Point& a, const Point& b) {
        return Point{a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y), y};
    };
}

}  // namespace

std::vector<Point> clipped(const std::vector<Point>& ring, const Box& box) {
    std::vector<Point> result = ring;
    result = kept(
        result, [&](const Point& p) { return p.x >= box.left; }, at_x(box.left));
    result = kept(
        result, [&](const Point& p) { return p.x <= box.right; }, at_x(box.right));
    result = kept(
        result, [&](const Point& p) { return p.y >= box.top; }, at_y(box.top));
    return kept(
        result, [&](const Point& p) { return p.y <= box.bottom; }, at_y(box.bottom));
}

}  // namespace regioscope::chart
