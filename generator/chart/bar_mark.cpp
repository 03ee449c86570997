#include "chart/bar_mark.h"

#include <algorithm>

namespace regioscope::chart {

namespace {

constexpr double arrow = 5;  // how far the sign of an open end reaches

/// A point given along and across the number axis.
Point point_at(double along, double across, Orientation orientation) {
    return orientation == Orientation::lying ? Point{along, across} : Point{across, along};
}

Box box_between(double from, double to, const BarMark& bar, Orientation orientation) {
    const double low = std::min(from, to);
    const double high = std::max(from, to);
    return orientation == Orientation::lying ? Box{low, bar.begin, high, bar.end}
                                             : Box{bar.begin, low, bar.end, high};
}

std::string colour_class(const BarMark& bar) {
    return bar.emphasis == Emphasis::quiet ? std::string("quiet") : class_of(bar.slot);
}

Rect styled(Box box, const BarMark& bar) {
    Rect rect{box, joined("bar", colour_class(bar)), tip_of(bar.name, bar.quantity)};
    if (bar.quantity.status == Status::provisional || bar.quantity.kind == Quantity::Kind::at_most)
        rect.classes += " open";
    if (bar.quantity.status == Status::reserved) rect.classes += " reserved";
    if (bar.quantity.status == Status::estimated) rect.hatch = colour_class(bar);
    return rect;
}

/// +1 when the bar grows towards higher pixels, -1 when towards lower ones.
double direction(const Quantity& quantity, const Linear& scale) {
    const double way = scale.range().end - scale.range().start;
    const bool grows = (quantity.middle() >= 0) == (way >= 0);
    return grows ? 1 : -1;
}

}  // namespace

void add_bar(Group& group, const BarMark& bar, const Linear& scale, Orientation orientation) {
    const Quantity& quantity = bar.quantity;
    if (!quantity.is_drawn()) {
        const Box box = box_between(scale.range().start, scale.range().end, bar, orientation);
        group.shapes.push_back(
            Rect{box, "bar missing", tip_of(bar.name, quantity), "missing", quantity.remark});
        return;
    }
    const double zero = scale(0);
    // A range that crosses zero has no certain part; else the certain part ends at the bound nearer to zero.
    const double near = quantity.low > 0 ? quantity.low : quantity.high < 0 ? quantity.high : 0;
    const double far = quantity.low >= 0 ? quantity.high : quantity.low;
    if (quantity.kind != Quantity::Kind::range) {
        group.shapes.push_back(styled(box_between(zero, scale(quantity.low), bar, orientation), bar));
    } else {
        if (near != 0) group.shapes.push_back(styled(box_between(zero, scale(near), bar, orientation), bar));
        const double other = near == 0 && quantity.low < 0 ? quantity.high : far;
        Rect interval{box_between(scale(near == 0 ? quantity.low : near), scale(other), bar, orientation),
                      joined("bar open interval", colour_class(bar)), tip_of(bar.name, quantity)};
        group.shapes.push_back(std::move(interval));
    }
    std::get<Rect>(group.shapes.back()).remark = quantity.remark;
    if (quantity.kind == Quantity::Kind::at_least) {
        const double end = scale(quantity.low) + 2 * direction(quantity, scale);
        const double point = end + (arrow - 2) * direction(quantity, scale);
        const double middle = (bar.begin + bar.end) / 2;
        const double half = std::min(5.0, (bar.end - bar.begin) / 2);
        group.shapes.push_back(
            Path{{{point_at(end, middle - half, orientation), point_at(point, middle, orientation),
                   point_at(end, middle + half, orientation)}},
                 joined("open-end", colour_class(bar))});
    }
}

double bar_tip(const Quantity& quantity, const Linear& scale) {
    const double value = quantity.middle() < 0 ? quantity.low : quantity.high;
    const double open = quantity.kind == Quantity::Kind::at_least ? arrow : 0;
    return scale(value) + open * direction(quantity, scale);
}

void add_to(Extent& extent, const Quantity& quantity) {
    if (!quantity.is_drawn()) return;
    extent.add(quantity.low);
    extent.add(quantity.high);
}

std::string tip_of(const std::string& name, const Quantity& quantity) {
    if (name.empty() || quantity.text.empty()) return name + quantity.text;
    return name + ": " + quantity.text;
}

}  // namespace regioscope::chart
