#include "chart/slope.h"

#include <algorithm>
#include <cmath>

#include "chart/bar_mark.h"
#include "chart/names.h"
#include "chart/point_mark.h"
#include "chart/spread.h"

namespace regioscope::chart {

namespace {

constexpr double label_gap = 10;
constexpr double wide_plot_height = 280;
constexpr double steepest = 420;  // a slope chart grows no wider than this between its two axes

enum class Side { before, after };

TextStyle style_of(const Slope& slope) {
    return slope.emphasis == Emphasis::highlighted ? TextStyle::strong : TextStyle::label;
}

const Quantity& quantity_at(const Slope& slope, Side side) {
    return side == Side::before ? slope.before : slope.after;
}

/// The name stands at the right; at the left only where the right end is missing.
std::string label_text(const Slope& slope, Side side) {
    const Quantity& quantity = quantity_at(slope, side);
    const bool named = side == Side::after || !slope.after.is_drawn();
    if (!named) return quantity.text;
    return side == Side::after ? quantity.text + " " + slope.name : slope.name + " " + quantity.text;
}

struct Placed {
    const Slope* slope;
    double wished;
    std::vector<std::string> lines;
};

std::vector<Placed> labels_at(const SlopeChart& chart, Side side, const Linear& y, double room) {
    std::vector<Placed> labels;
    for (const Slope& slope : chart.slopes) {
        if (!quantity_at(slope, side).is_drawn()) continue;
        labels.push_back({&slope, y(quantity_at(slope, side).middle()),
                          wrap(label_text(slope, side), room, style_of(slope), 2)});
    }
    return labels;
}

void add_labels(Drawing& drawing, const SlopeChart& chart, Side side, const Linear& y, double edge,
                double room) {
    const std::vector<Placed> labels = labels_at(chart, side, y, room);
    std::vector<Wish> wishes;
    for (const Placed& label : labels)
        wishes.push_back(
            {label.wished, static_cast<double>(label.lines.size()) * line_height(style_of(*label.slope))});
    const double top = y.range().end - line_height(TextStyle::label) / 2;
    const std::vector<double> centres = spread(wishes, {top, drawing.height});
    const double sign = side == Side::before ? -1 : 1;
    Group leaders{"leaders"};
    Group texts{"labels"};
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const Slope& slope = *labels[i].slope;
        const double x = edge + sign * (label_gap + 6);
        if (std::abs(centres[i] - labels[i].wished) > 3)
            leaders.shapes.push_back(
                Path{{{{edge + sign * 6, labels[i].wished}, {x - sign * 3, centres[i]}}}, "leader"});
        add_text_lines(
            texts, labels[i].lines, {x, centres[i] - wishes[i].size / 2 + 0.5}, style_of(slope),
            side == Side::before ? Anchor::end : Anchor::start,
            slope.emphasis == Emphasis::quiet ? "soft" : joined("own", class_of(slope.slot)),
            fits(label_text(slope, side), room, style_of(slope), 2) ? "" : label_text(slope, side));
    }
    drawing.groups.push_back(std::move(leaders));
    drawing.groups.push_back(std::move(texts));
}

double widest_label(const SlopeChart& chart, Side side, double most) {
    double widest = 0;
    for (const Slope& slope : chart.slopes)
        if (quantity_at(slope, side).is_drawn())
            widest = std::max(widest, text_width(label_text(slope, side), style_of(slope)));
    return std::min(widest, most);
}

/// What has no figure is said below the chart, with the sign.
std::vector<std::string> missing_lines(const SlopeChart& chart, double width) {
    std::string text;
    const auto add = [&](const std::string& name, const Quantity& quantity) {
        text += (text.empty() ? "" : "; ") + tip_of(name, quantity);
    };
    for (const Slope& slope : chart.slopes) {
        if (!slope.before.is_drawn() && !slope.after.is_drawn()) {
            add(slope.name, slope.after);
        } else if (!slope.before.is_drawn()) {
            add(slope.name + " " + chart.before, slope.before);
        } else if (!slope.after.is_drawn()) {
            add(slope.name + " " + chart.after, slope.after);
        }
    }
    return wrap(text, width, TextStyle::small, 4);
}

void add_slopes(Drawing& drawing, const SlopeChart& chart, const Linear& y, double left, double right) {
    Group lines{"lines"};
    Group markers{"markers"};
    for (const Emphasis emphasis : {Emphasis::quiet, Emphasis::normal, Emphasis::highlighted}) {
        for (const Slope& slope : chart.slopes) {
            if (slope.emphasis != emphasis) continue;
            std::string classes =
                emphasis == Emphasis::quiet ? "line quiet" : joined("line", class_of(slope.slot));
            if (emphasis == Emphasis::highlighted) classes += " highlighted";
            if (slope.before.status != Status::firm || slope.after.status != Status::firm)
                classes += " uncertain";
            if (slope.before.is_drawn() && slope.after.is_drawn())
                lines.shapes.push_back(
                    Path{{{{left, y(slope.before.middle())}, {right, y(slope.after.middle())}}},
                         classes,
                         slope.name});
            add_point_on_vertical(markers, {slope.before, slope.slot, emphasis, slope.name}, left, y);
            add_point_on_vertical(markers, {slope.after, slope.slot, emphasis, slope.name}, right, y);
        }
    }
    drawing.groups.push_back(std::move(lines));
    drawing.groups.push_back(std::move(markers));
}

void add_moments(Drawing& drawing, const SlopeChart& chart, const Box& plot) {
    Group axis{"axis"};
    for (const double x : {plot.left, plot.right})
        axis.shapes.push_back(Line{{x, plot.top - 6}, {x, plot.bottom}, "gridline"});
    const double baseline = plot.top - 12;
    axis.shapes.push_back(Text{{plot.left, baseline},
                               shorten(chart.before, plot.left + plot.width() / 2 - 6, TextStyle::strong),
                               TextStyle::strong,
                               Anchor::end});
    axis.shapes.push_back(Text{{plot.right, baseline},
                               shorten(chart.after, drawing.width - plot.right, TextStyle::strong),
                               TextStyle::strong,
                               Anchor::start});
    drawing.groups.push_back(std::move(axis));
}

}  // namespace

Drawing draw(const SlopeChart& chart, double width) {
    Extent extent;
    for (const Slope& slope : chart.slopes) {
        add_to(extent, slope.before);
        add_to(extent, slope.after);
    }
    const double before = widest_label(chart, Side::before, width * 0.3) + label_gap + 6;
    const double after =
        widest_label(chart, Side::after, width * (width < narrow_width ? 0.42 : 0.36)) + label_gap + 6;
    const double left = std::max(before, text_width(chart.before, TextStyle::strong));
    Box plot{left, axis_title_height(chart.axis) + line_height(TextStyle::strong) + 16,
             std::min(width - after, left + steepest), 0};
    plot.bottom = plot.top + std::max(wide_plot_height, static_cast<double>(chart.slopes.size()) * 34);
    const Linear y(extent.domain(), {plot.bottom - 12, plot.top + 6});

    const std::vector<std::string> missing = missing_lines(chart, width);
    Drawing drawing{width, plot.bottom};
    add_axis_title(drawing, chart.axis);
    add_moments(drawing, chart, plot);
    add_slopes(drawing, chart, y, plot.left, plot.right);
    add_labels(drawing, chart, Side::before, y, plot.left, before - label_gap - 6);
    add_labels(drawing, chart, Side::after, y, plot.right, after - label_gap - 6);
    Group notes{"notes"};
    drawing.height =
        add_text_lines(notes, missing, {0, plot.bottom + 8}, TextStyle::small, Anchor::start, "no-data");
    drawing.groups.push_back(std::move(notes));
    return drawing;
}

}  // namespace regioscope::chart
