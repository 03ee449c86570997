#include "chart/point_mark.h"

#include "chart/bar_mark.h"

namespace regioscope::chart {

namespace {

/// Whisker and arrow in a frame where `along` follows the scale.
template <class At>
void add_extent(Group& group, const PointMark& mark, const Linear& scale, At at) {
    const std::string classes = joined("whisker", class_of(mark.slot));
    const Quantity& quantity = mark.quantity;
    if (quantity.kind == Quantity::Kind::range) {
        for (const double end : {quantity.low, quantity.high})
            group.shapes.push_back(Line{at(scale(end), -4), at(scale(end), 4), classes});
        group.shapes.push_back(Line{at(scale(quantity.low), 0), at(scale(quantity.high), 0), classes});
    }
    const bool bound = quantity.kind == Quantity::Kind::at_least || quantity.kind == Quantity::Kind::at_most;
    if (!bound) return;
    const bool upwards =
        (scale.range().end > scale.range().start) == (quantity.kind == Quantity::Kind::at_least);
    const double sign = upwards ? 1 : -1;
    const double from = scale(quantity.low);
    const double to = from + sign * (mark.radius + 8);
    group.shapes.push_back(Line{at(from, 0), at(to, 0), classes});
    group.shapes.push_back(Path{{{at(to - sign * 4, -3), at(to, 0), at(to - sign * 4, 3)}},
                                joined("open-end", class_of(mark.slot))});
}

}  // namespace

Marker marker_of(const PointMark& mark, Point centre) {
    std::string classes = joined("marker", class_of(mark.slot));
    const bool is_interval = mark.quantity.kind == Quantity::Kind::range;
    if (is_unsettled(mark.quantity.status) || is_interval) {
        classes += " open";
    } else if (mark.quantity.status == Status::reserved) {
        classes += " reserved";
    }
    if (mark.emphasis == Emphasis::highlighted) classes += " highlighted";
    return {centre,
            mark.radius,
            marker_shape(mark.slot),
            std::move(classes),
            tip_of(mark.name, mark.quantity),
            mark.quantity.remark};
}

void add_point_on_vertical(Group& group, const PointMark& mark, double x, const Linear& y) {
    if (!mark.quantity.is_drawn()) return;
    add_extent(group, mark, y, [&](double along, double across) { return Point{x + across, along}; });
    group.shapes.push_back(marker_of(mark, {x, y(mark.quantity.middle())}));
}

void add_point_on_horizontal(Group& group, const PointMark& mark, const Linear& x, double y) {
    if (!mark.quantity.is_drawn()) return;
    add_extent(group, mark, x, [&](double along, double across) { return Point{along, y + across}; });
    group.shapes.push_back(marker_of(mark, {x(mark.quantity.middle()), y}));
}

}  // namespace regioscope::chart
