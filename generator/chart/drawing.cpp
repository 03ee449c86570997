#include "chart/drawing.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace regioscope::chart {

namespace {

Box box_around(const std::vector<Point>& points) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    Box box{infinity, infinity, -infinity, -infinity};
    for (const Point& point : points) {
        box.left = std::min(box.left, point.x);
        box.top = std::min(box.top, point.y);
        box.right = std::max(box.right, point.x);
        box.bottom = std::max(box.bottom, point.y);
    }
    return box;
}

struct BoxOf {
    Box operator()(const Rect& rect) const { return rect.box; }
    Box operator()(const Line& line) const { return box_around({line.from, line.to}); }
    Box operator()(const Path& path) const {
        std::vector<Point> points;
        for (const auto& part : path.parts)
            points.insert(points.end(), part.begin(), part.end());
        return box_around(points);
    }
    Box operator()(const Marker& marker) const {
        if (marker.shape != MarkerShape::circle) return box_around(outline_of(marker));
        const auto [x, y] = marker.centre;
        return {x - marker.radius, y - marker.radius, x + marker.radius, y + marker.radius};
    }
    Box operator()(const Text& text) const { return box_of(text); }
};

struct Mover {
    double dx;
    double dy;

    void move(Point& point) const {
        point.x += dx;
        point.y += dy;
    }
    void operator()(Rect& rect) const {
        rect.box = {rect.box.left + dx, rect.box.top + dy, rect.box.right + dx, rect.box.bottom + dy};
    }
    void operator()(Line& line) const {
        move(line.from);
        move(line.to);
    }
    void operator()(Path& path) const {
        for (auto& part : path.parts)
            for (Point& point : part)
                move(point);
    }
    void operator()(Marker& marker) const { move(marker.centre); }
    void operator()(Text& text) const { move(text.at); }
};

/// Outlines around (0, 0) for radius 1, sized so that every shape covers about as much as the circle does.
std::vector<Point> unit_outline(MarkerShape shape) {
    switch (shape) {
        case MarkerShape::circle:
            return {};
        case MarkerShape::square:
            return {{-0.89, -0.89}, {0.89, -0.89}, {0.89, 0.89}, {-0.89, 0.89}};
        case MarkerShape::diamond:
            return {{0, -1.25}, {1.25, 0}, {0, 1.25}, {-1.25, 0}};
        case MarkerShape::triangle:
            return {{0, -1.3}, {1.28, 0.92}, {-1.28, 0.92}};
        case MarkerShape::triangle_down:
            return {{0, 1.3}, {1.28, -0.92}, {-1.28, -0.92}};
        case MarkerShape::plus:
            return {{-0.42, -1.2}, {0.42, -1.2}, {0.42, -0.42}, {1.2, -0.42}, {1.2, 0.42},   {0.42, 0.42},
                    {0.42, 1.2},   {-0.42, 1.2}, {-0.42, 0.42}, {-1.2, 0.42}, {-1.2, -0.42}, {-0.42, -0.42}};
        case MarkerShape::bar:
            return {{-0.4, -1.3}, {0.4, -1.3}, {0.4, 1.3}, {-0.4, 1.3}};
        case MarkerShape::cross:
            return {{-1.1, -0.6}, {-0.6, -1.1}, {0, -0.5}, {0.6, -1.1}, {1.1, -0.6}, {0.5, 0},
                    {1.1, 0.6},   {0.6, 1.1},   {0, 0.5},  {-0.6, 1.1}, {-1.1, 0.6}, {-0.5, 0}};
        case MarkerShape::star:
            return {{0, -1.5}, {0.39, -0.53}, {1.43, -0.46}, {0.62, 0.2},    {0.88, 1.21},
                    {0, 0.65}, {-0.88, 1.21}, {-0.62, 0.2},  {-1.43, -0.46}, {-0.39, -0.53}};
        case MarkerShape::triangle_left:
            return {{-1.3, 0}, {0.92, -1.28}, {0.92, 1.28}};
        case MarkerShape::triangle_right:
            return {{1.3, 0}, {-0.92, -1.28}, {-0.92, 1.28}};
        case MarkerShape::hourglass:
            return {{-1.2, -1.2}, {1.2, -1.2}, {0.15, 0}, {1.2, 1.2}, {-1.2, 1.2}, {-0.15, 0}};
        case MarkerShape::pentagon:
            return {{0, -1.18}, {1.12, -0.36}, {0.69, 0.95}, {-0.69, 0.95}, {-1.12, -0.36}};
        case MarkerShape::slab:
            return {{-1.4, -0.45}, {1.4, -0.45}, {1.4, 0.45}, {-1.4, 0.45}};
    }
    return {};
}

}  // namespace

bool overlap(const Box& a, const Box& b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

Box grown(const Box& box, double margin) {
    return {box.left - margin, box.top - margin, box.right + margin, box.bottom + margin};
}

Box box_of(const Text& text) {
    const double width = text_width(text.text, text.style);
    const double left = text.anchor == Anchor::start    ? text.at.x
                        : text.anchor == Anchor::middle ? text.at.x - width / 2
                                                        : text.at.x - width;
    return {left, text.at.y - ascent(text.style), left + width, text.at.y + descent(text.style)};
}

Box box_of(const Shape& shape) {
    return std::visit(BoxOf{}, shape);
}

std::vector<Box> word_boxes(const std::vector<const Group*>& groups) {
    std::vector<Box> boxes;
    for (const Group* const group : groups)
        for (const Shape& shape : group->shapes)
            if (const Text* const text = std::get_if<Text>(&shape); text != nullptr && !text->text.empty())
                boxes.push_back(box_of(*text));
    return boxes;
}

std::vector<Point> outline_of(const Marker& marker) {
    std::vector<Point> points = unit_outline(marker.shape);
    for (Point& point : points)
        point = {marker.centre.x + point.x * marker.radius, marker.centre.y + point.y * marker.radius};
    return points;
}

MarkerShape marker_shape(Slot slot) {
    constexpr MarkerShape looks[] = {
        MarkerShape::circle,  MarkerShape::square,        MarkerShape::triangle,
        MarkerShape::diamond, MarkerShape::triangle_down, MarkerShape::plus,
        MarkerShape::star,    MarkerShape::hourglass,     MarkerShape::pentagon,
        MarkerShape::slab,    MarkerShape::triangle_left, MarkerShape::triangle_right};
    static_assert(std::size(looks) == most_looks);
    constexpr MarkerShape benchmarks[] = {MarkerShape::bar, MarkerShape::cross};
    const auto place = static_cast<std::size_t>(std::max(0, slot.number - 1));
    if (slot.kind == Slot::Kind::region || slot.kind == Slot::Kind::series)
        return has_own_marker(slot) ? looks[place] : MarkerShape::circle;
    if (slot.kind == Slot::Kind::benchmark) return benchmarks[place % std::size(benchmarks)];
    return MarkerShape::circle;
}

Drawing moved(Drawing drawing, double dx, double dy) {
    for (Group& group : drawing.groups)
        for (Shape& shape : group.shapes)
            std::visit(Mover{dx, dy}, shape);
    return drawing;
}

std::string joined(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return std::string(a.empty() ? b : a);
    return std::string(a) + " " + std::string(b);
}

}  // namespace regioscope::chart
