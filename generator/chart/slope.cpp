#include "chart/slope.h"

#include <algorithm>
#include <cmath>

#include "chart/bar_mark.h"
#include "chart/missing.h"
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
bool is_named_at(const Slope& slope, Side side) {
    return side == Side::after || !slope.after.is_drawn();
}

/// Name, figure and change beside an end: in one line where they fit, else the name in lines of its own.
struct Label {
    const Slope* slope;
    double wished;
    std::vector<std::string> lines;
    std::string change;
    std::string tip;

    double height() const { return static_cast<double>(lines.size()) * line_height(style_of(*slope)); }
};

double change_width(const std::string& change) {
    return change.empty() ? 0 : 6 + text_width(change, TextStyle::strong);
}

Label label_at(const Slope& slope, Side side, const Linear& y, double room) {
    const Quantity& quantity = quantity_at(slope, side);
    Label label{&slope, y(quantity.middle()), {}, side == Side::after ? slope.change : "", {}};
    const double beside_change = std::max(0.0, room - change_width(label.change));
    const std::string name = is_named_at(slope, side) ? slope.name : std::string();
    const std::string whole = name.empty() ? quantity.text : name + " " + quantity.text;
    if (fits(whole, beside_change, style_of(slope), 1)) {
        label.lines = {whole};
        return label;
    }
    label.lines = wrap(name, room, style_of(slope), 2);
    if (!fits(name, room, style_of(slope), 2)) label.tip = name;
    const std::string figure = shorten(quantity.text, beside_change, style_of(slope));
    if (figure != quantity.text) label.tip = whole;
    if (!figure.empty()) label.lines.push_back(figure);
    if (label.lines.empty()) label.change.clear();
    return label;
}

std::vector<Label> labels_at(const SlopeChart& chart, Side side, const Linear& y, double room) {
    std::vector<Label> labels;
    for (const Slope& slope : chart.slopes)
        if (quantity_at(slope, side).is_drawn()) labels.push_back(label_at(slope, side, y, room));
    return labels;
}

void add_labels(Drawing& drawing, const SlopeChart& chart, Side side, const Linear& y, double edge,
                double room) {
    const std::vector<Label> labels = labels_at(chart, side, y, room);
    std::vector<Wish> wishes;
    for (const Label& label : labels)
        wishes.push_back({label.wished, label.height()});
    const double top = y.range().end - line_height(TextStyle::label) / 2;
    const std::vector<double> centres = spread(wishes, {top, drawing.height});
    const double sign = side == Side::before ? -1 : 1;
    Group leaders{"leaders"};
    Group texts{"labels"};
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const Label& label = labels[i];
        const TextStyle style = style_of(*label.slope);
        const double x = edge + sign * (label_gap + 6);
        if (std::abs(centres[i] - label.wished) > 3)
            leaders.shapes.push_back(
                Path{{{{edge + sign * 6, label.wished}, {x - sign * 3, centres[i]}}}, "leader"});
        const double bottom =
            add_text_lines(texts, label.lines, {x, centres[i] - wishes[i].size / 2 + 0.5}, style,
                           side == Side::before ? Anchor::end : Anchor::start,
                           label.slope->emphasis == Emphasis::quiet ? "soft" : "", label.tip);
        if (!label.change.empty())
            texts.shapes.push_back(Text{
                {x + text_width(label.lines.back(), style) + 6, bottom - line_height(style) + ascent(style)},
                label.change,
                TextStyle::strong});
    }
    drawing.groups.push_back(std::move(leaders));
    drawing.groups.push_back(std::move(texts));
}

/// The widest label in one line, but no more than `most`.
double widest_label(const SlopeChart& chart, Side side, double most) {
    double widest = 0;
    for (const Slope& slope : chart.slopes) {
        if (!quantity_at(slope, side).is_drawn()) continue;
        const std::string name = is_named_at(slope, side) ? slope.name + " " : std::string();
        const double change = side == Side::after ? change_width(slope.change) : 0;
        widest = std::max(widest, text_width(name + quantity_at(slope, side).text, style_of(slope)) + change);
    }
    return std::min(widest, most);
}

/// What has no figure, once, or at one of the two moments.
Missing missing_of(const SlopeChart& chart) {
    Missing missing;
    for (const Slope& slope : chart.slopes) {
        if (!slope.before.is_drawn() && !slope.after.is_drawn()) {
            missing.add(slope.name, slope.after);
        } else if (!slope.before.is_drawn()) {
            missing.add(slope.name + " " + chart.before, slope.before);
        } else if (!slope.after.is_drawn()) {
            missing.add(slope.name + " " + chart.after, slope.after);
        }
    }
    return missing;
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
            if (is_unsettled(slope.before.status) || is_unsettled(slope.after.status))
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
    const double most_after = width * (width < narrow_width ? 0.42 : 0.36);
    const double after = std::max(widest_label(chart, Side::after, most_after) + label_gap + 6,
                                  std::min(text_width(chart.after, TextStyle::strong) + 1, most_after));
    const double left = std::max(before, text_width(chart.before, TextStyle::strong));
    Box plot{left, axis_title_height(chart.axis) + line_height(TextStyle::strong) + 16,
             std::min(width - after, left + steepest), 0};
    plot.bottom = plot.top + std::max(wide_plot_height, static_cast<double>(chart.slopes.size()) * 54);
    const Linear y(extent.domain(), {plot.bottom - 12, plot.top + 6});

    Drawing drawing{width, plot.bottom};
    add_axis_title(drawing, chart.axis);
    add_moments(drawing, chart, plot);
    add_slopes(drawing, chart, y, plot.left, plot.right);
    add_labels(drawing, chart, Side::before, y, plot.left, before - label_gap - 6);
    add_labels(drawing, chart, Side::after, y, plot.right, after - label_gap - 6);
    drawing.height = missing_of(chart).add_words(drawing, plot.bottom + 8);
    return drawing;
}

}  // namespace regioscope::chart
