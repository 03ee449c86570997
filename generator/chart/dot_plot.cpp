#include "chart/dot_plot.h"

#include <algorithm>

#include "chart/bar_mark.h"
#include "chart/key.h"
#include "chart/names.h"
#include "chart/point_mark.h"
#include "chart/value_label.h"

namespace regioscope::chart {

namespace {

constexpr double dot_row_height = 18;

/// A row's figures on the scale from left to right.
std::vector<std::size_t> drawn_in_order(const DotPlot& chart, const DotRow& row) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < std::min(chart.series.size(), row.quantities.size()); ++i)
        if (row.quantities[i].is_drawn()) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return row.quantities[a].middle() < row.quantities[b].middle();
    });
    return order;
}

bool has_own_colour(const DotRow& row) {
    return row.slot.kind != Slot::Kind::accent;
}

PointMark mark_of(const DotPlot& chart, const DotRow& row, std::size_t i) {
    const DotSeries& series = chart.series[i];
    const Slot slot = series.stands_back ? Slot::context() : has_own_colour(row) ? row.slot : series.slot;
    return {row.quantities[i], slot, row.emphasis, row.name + ", " + series.name,
            series.stands_back ? 4.0 : 5.5};
}

/// Which of the row's figures are missing, at the left, where no dot of the row is.
void add_missing(Group& group, const DotPlot& chart, const DotRow& row, double right, const Box& plot,
                 double baseline) {
    std::string text;
    for (std::size_t i = 0; i < std::min(chart.series.size(), row.quantities.size()); ++i)
        if (!row.quantities[i].is_drawn())
            text += (text.empty() ? "" : "; ") + tip_of(chart.series[i].name, row.quantities[i]);
    if (!text.empty() && plot.left + text_width(text, TextStyle::small) <= right)
        group.shapes.push_back(Text{{plot.left, baseline}, text, TextStyle::small, Anchor::start, "no-data"});
}

/// The figures stand outside the row's dots: the lowest before, the highest after them.
void add_values(Group& group, const DotPlot& chart, const DotRow& row, const std::vector<std::size_t>& order,
                const Linear& x, double middle, const Box& plot) {
    if (order.empty()) {
        const auto missing = std::find_if(row.quantities.begin(), row.quantities.end(),
                                          [](const Quantity& quantity) { return !quantity.text.empty(); });
        if (missing != row.quantities.end())
            group.shapes.push_back(Text{{plot.left + value_gap, middle + ascent(TextStyle::small) / 2 - 1},
                                        shorten(missing->text, plot.width() - value_gap, TextStyle::small),
                                        TextStyle::small,
                                        Anchor::start,
                                        "value no-data"});
        return;
    }
    const TextStyle style = row.emphasis == Emphasis::highlighted ? TextStyle::strong : TextStyle::small;
    const double baseline = middle + ascent(style) / 2 - 1;
    const auto add = [&](std::size_t i, double sign, Anchor anchor) {
        const Quantity& quantity = row.quantities[i];
        const double ink = quantity.kind == Quantity::Kind::point ? 6 : 14;
        const double at = x(sign < 0 ? quantity.low : quantity.high) + sign * (ink + 4);
        const double room = sign < 0 ? at - plot.left : plot.right - at;
        if (text_width(quantity.text, style) <= room)
            group.shapes.push_back(Text{{at, baseline}, quantity.text, style, anchor, "value"});
    };
    const Quantity& lowest = row.quantities[order.front()];
    const double value_width = order.size() > 1 ? text_width(lowest.text, style) + 8 : 0;
    add_missing(group, chart, row, x(lowest.low) - value_width - 16, plot, baseline);
    if (order.size() > 1) add(order.front(), -1, Anchor::end);
    add(order.back(), 1, Anchor::start);
}

double widest_value(const DotPlot& chart) {
    double widest = 0;
    for (const DotRow& row : chart.rows)
        for (const Quantity& quantity : row.quantities)
            widest = std::max(widest, text_width(quantity.text, TextStyle::strong));
    return widest + 18;
}

std::vector<KeyEntry> key_of(const DotPlot& chart) {
    const bool rows_have_colours = std::any_of(chart.rows.begin(), chart.rows.end(), has_own_colour);
    std::vector<KeyEntry> entries;
    if (chart.series.size() < 2) return entries;
    for (const DotSeries& series : chart.series) {
        const Slot slot = series.stands_back  ? Slot::context()
                          : rows_have_colours ? Slot::accent()
                                              : series.slot;
        entries.push_back({series.name, slot, KeyEntry::Sample::marker});
    }
    return entries;
}

}  // namespace

Drawing draw(const DotPlot& chart, double width) {
    Drawing drawing{width, 0};
    add_axis_title(drawing, chart.axis);
    const double top = add_key(drawing, key_of(chart), axis_title_height(chart.axis));

    std::vector<RowName> names;
    Extent extent;
    for (const DotRow& row : chart.rows) {
        names.push_back({row.name, row.slot, row.emphasis});
        for (const Quantity& quantity : row.quantities)
            add_to(extent, quantity);
    }
    const double left = Rows(names, width, 0, dot_row_height).left();
    const double room = std::min(widest_value(chart), (width - left) / 4);
    const double ticks_wanted = tick_count_across(width - left - 2 * room);
    const Linear x(extent.domain(), {left + room, width - room});
    const Rows rows(names, width, top, dot_row_height);
    const Box plot{left, top, width, rows.bottom() + 4};
    drawing.height = plot.bottom + axis_below_height() + 2;

    if (!extent.empty())
        add_axis_below(drawing, chart.axis, x, make_ticks(chart.axis, x.domain(), ticks_wanted), plot);
    Group connectors{"connectors"};
    Group dots{"markers"};
    Group values{"values"};
    for (std::size_t i = 0; i < chart.rows.size(); ++i) {
        const DotRow& row = chart.rows[i];
        const double middle = rows.mark_middle(i);
        const std::vector<std::size_t> order = drawn_in_order(chart, row);
        if (order.size() > 1)
            connectors.shapes.push_back(Line{{x(row.quantities[order.front()].middle()), middle},
                                             {x(row.quantities[order.back()].middle()), middle},
                                             "connector"});
        if (order.empty())
            connectors.shapes.push_back(
                Rect{{plot.left, middle - 6, plot.right, middle + 6}, "bar missing", row.name, "missing"});
        for (std::size_t series = 0; series < std::min(chart.series.size(), row.quantities.size()); ++series)
            add_point_on_horizontal(dots, mark_of(chart, row, series), x, middle);
        add_values(values, chart, row, order, x, middle, plot);
    }
    Group row_names = rows.names();
    drawing.groups.push_back(std::move(connectors));
    drawing.groups.push_back(std::move(dots));
    drawing.groups.push_back(std::move(row_names));
    drawing.groups.push_back(std::move(values));
    return drawing;
}

}  // namespace regioscope::chart
