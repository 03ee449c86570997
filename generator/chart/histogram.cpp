#include "chart/histogram.h"

#include <algorithm>

namespace regioscope::chart {

namespace {

constexpr double tallest_class = 160;
/// Room beside the outer edges, for half of their numbers.
constexpr double edge_room = 24;
constexpr double gap_between_classes = 1;

std::size_t largest_count(const Histogram& chart) {
    std::size_t most = 1;
    for (const Histogram::Class& one : chart.classes)
        most = std::max(most, one.count);
    return most;
}

Domain domain_of(const Histogram& chart) {
    Extent extent{chart.edges.front().value, chart.edges.back().value};
    add_to(extent, chart.references);
    return extent.domain();
}

}  // namespace

Drawing draw(const Histogram& chart, double width) {
    Drawing drawing{width, 0};
    const Linear x(domain_of(chart), {edge_room, width - edge_room});
    const double top = axis_title_height(chart.axis) + references_above_height(chart.references, x, width);
    const double counts_room = line_height(TextStyle::small) + 4;
    const Box plot{edge_room, top + counts_room, width - edge_room, top + counts_room + tallest_class};
    const Linear y({0, static_cast<double>(largest_count(chart))}, {plot.bottom, plot.top});
    drawing.height = plot.bottom + axis_below_height() + 2;

    Group bars{"bars"};
    Group counts{"values"};
    for (std::size_t i = 0; i < chart.classes.size(); ++i) {
        const Histogram::Class& one = chart.classes[i];
        if (one.count == 0) continue;
        const double left = x(chart.edges[i].value) + gap_between_classes / 2;
        const double right = x(chart.edges[i + 1].value) - gap_between_classes / 2;
        const double tip = y(static_cast<double>(one.count));
        bars.shapes.push_back(
            Rect{{left, tip, right, plot.bottom}, joined("bar", class_of(Slot::accent())), one.tip});
        if (text_width(one.label, TextStyle::small) <= right - left)
            counts.shapes.push_back(
                Text{{(left + right) / 2, tip - 4}, one.label, TextStyle::small, Anchor::middle, "value"});
    }
    add_axis_title(drawing, chart.axis);
    add_axis_below(drawing, chart.axis, x, chart.edges, plot);
    add_references_above(drawing, chart.references, x, {plot.left, top, plot.right, plot.bottom},
                         word_boxes({&counts}));
    drawing.groups.push_back(std::move(bars));
    drawing.groups.push_back(
        {"axis", {Line{{plot.left, plot.bottom}, {plot.right, plot.bottom}, "baseline"}}});
    drawing.groups.push_back(std::move(counts));
    return drawing;
}

}  // namespace regioscope::chart
