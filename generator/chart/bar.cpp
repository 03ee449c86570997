#include "chart/bar.h"

#include <algorithm>

#include "chart/bar_mark.h"
#include "chart/names.h"
#include "chart/scale/band.h"
#include "chart/value_label.h"

namespace regioscope::chart {

namespace {

constexpr double row_height = 18;
constexpr double column_height = 220;

Domain domain_of(const BarChart& chart) {
    Extent extent;
    for (const Bar& bar : chart.bars)
        add_to(extent, bar.quantity);
    for (const Reference& reference : chart.references)
        extent.add(reference.value);
    return extent.domain_from_zero();
}

BarMark mark_of(const Bar& bar, double begin, double end) {
    return {bar.quantity, bar.slot, bar.emphasis, bar.name, begin, end};
}

bool is_negative(const Bar& bar) {
    return bar.quantity.is_drawn() && bar.quantity.middle() < 0;
}

// ---- rows

std::vector<ValueLabel> value_labels(const BarChart& chart) {
    std::vector<ValueLabel> labels;
    for (const Bar& bar : chart.bars)
        labels.push_back(
            {bar.quantity, bar.emphasis == Emphasis::highlighted ? TextStyle::strong : TextStyle::label});
    return labels;
}

Drawing draw_rows(const BarChart& chart, double width) {
    std::vector<RowName> names;
    for (const Bar& bar : chart.bars)
        names.push_back({bar.name, bar.slot, bar.emphasis});
    const std::vector<ValueLabel> labels = value_labels(chart);
    Drawing drawing{width, 0};
    add_axis_title(drawing, chart.axis);

    // The names' column is as wide whatever the height above, so the scale can be made before the rows are
    // placed.
    const Rows unplaced(names, width, 0, row_height);
    const Linear x(domain_of(chart), room_beside_values(labels, unplaced.left(), width));
    const double top = axis_title_height(chart.axis) + references_above_height(chart.references, x, width);
    const Rows rows(names, width, top, row_height);
    const Box plot{rows.left(), top, width, rows.bottom()};
    drawing.height = plot.bottom + 2;

    Group bars{"bars"};
    Group values{"values"};
    for (std::size_t i = 0; i < chart.bars.size(); ++i) {
        add_bar(bars, mark_of(chart.bars[i], rows.mark_top(i), rows.mark_bottom(i)), x, Orientation::lying);
        values.shapes.push_back(
            clear_of(value_beside(labels[i], x, rows.mark_middle(i), width), chart.references, x, width));
    }
    add_notches(bars, chart.references, x, Orientation::lying);
    Group row_names = rows.names();
    const std::vector<Box> words = word_boxes({&row_names, &values});
    add_references_above(drawing, chart.references, x, plot, words);
    drawing.groups.push_back(std::move(bars));
    Group baseline{"axis"};
    add_broken_line(baseline, {x(0), plot.top}, {x(0), plot.bottom}, words, "baseline");
    drawing.groups.push_back(std::move(baseline));
    drawing.groups.push_back(std::move(row_names));
    drawing.groups.push_back(std::move(values));
    return drawing;
}

// ---- columns

constexpr TextStyle column_value_style = TextStyle::small;

std::vector<std::string> name_lines(const Bar& bar, double room) {
    return wrap(bar.name, room, TextStyle::small, 3);
}

/// Does every name stand under its bar without being cut?
bool names_fit(const BarChart& chart, double room) {
    return std::all_of(chart.bars.begin(), chart.bars.end(),
                       [&](const Bar& bar) { return fits(bar.name, room, TextStyle::small, 3); });
}

bool values_fit(const BarChart& chart, double room) {
    return std::all_of(chart.bars.begin(), chart.bars.end(), [&](const Bar& bar) {
        return text_width(bar.quantity.text, column_value_style) <= room;
    });
}

Text value_above(const Bar& bar, const Linear& y, double centre) {
    const double at = bar.quantity.is_drawn() ? bar_tip(bar.quantity, y) : y(0);
    const double baseline = is_negative(bar) ? at + 3 + ascent(column_value_style) : at - 4;
    return {{centre, baseline},
            bar.quantity.text,
            column_value_style,
            Anchor::middle,
            bar.quantity.is_drawn() ? "value" : "value no-data"};
}

void add_column_names(Drawing& drawing, const BarChart& chart, const Band& band, const Box& plot) {
    Group group{"names"};
    for (std::size_t i = 0; i < chart.bars.size(); ++i)
        add_text_lines(group, name_lines(chart.bars[i], band.step() - 4), {band.centre(i), plot.bottom + 6},
                       TextStyle::small, Anchor::middle);
    drawing.groups.push_back(std::move(group));
}

double column_names_height(const BarChart& chart, double room) {
    std::size_t lines = 1;
    for (const Bar& bar : chart.bars)
        lines = std::max(lines, name_lines(bar, room).size());
    return 6 + static_cast<double>(lines) * line_height(TextStyle::small);
}

Drawing draw_columns(const BarChart& chart, double width) {
    Drawing drawing{width, 0};
    const Domain rough = domain_of(chart);
    const double count = tick_count_down(column_height);
    const ReferenceRoom room = references_across_room(chart.references, width);
    const double widest_step =
        (width - room.right) / std::max<double>(1, static_cast<double>(chart.bars.size()));
    const bool with_values = values_fit(chart, widest_step - 4);
    const Domain domain = with_values ? rough : nice(chart.axis, rough, count);
    const std::vector<Tick> ticks = with_values ? std::vector<Tick>() : make_ticks(chart.axis, domain, count);
    const double left = with_values ? 0 : axis_left_width(chart.axis, ticks) + 2;

    const double value_room = with_values ? line_height(column_value_style) + 4 : 8;
    Box plot{left, axis_title_height(chart.axis) + room.above + value_room, width - room.right, 0};
    plot.bottom = plot.top + column_height + (domain.low < 0 ? value_room : 0);
    const Linear y(domain, {plot.bottom - (domain.low < 0 ? value_room : 0), plot.top});
    const Band band(chart.bars.size(), {plot.left, plot.right}, {0.28, 0.14});

    add_axis_title(drawing, chart.axis);
    add_axis_left(drawing, chart.axis, y, ticks, plot);
    Group bars{"bars"};
    Group values{"values"};
    for (std::size_t i = 0; i < chart.bars.size(); ++i) {
        const double begin = band(i) + std::max(0.0, band.width() - 64) / 2;
        const double end = band(i) + band.width() - std::max(0.0, band.width() - 64) / 2;
        add_bar(bars, mark_of(chart.bars[i], begin, end), y, Orientation::standing);
        if (with_values) values.shapes.push_back(value_above(chart.bars[i], y, band.centre(i)));
    }
    add_notches(bars, chart.references, y, Orientation::standing);
    add_references_across(drawing, chart.references, y, plot, axis_title_height(chart.axis),
                          word_boxes({&values}));
    drawing.groups.push_back(std::move(bars));
    drawing.groups.push_back({"axis", {Line{{plot.left, y(0)}, {plot.right, y(0)}, "baseline"}}});
    if (names_fit(chart, band.step() - 4)) {
        add_column_names(drawing, chart, band, plot);
        drawing.height = plot.bottom + column_names_height(chart, band.step() - 4) + 2;
    } else {
        std::vector<std::string> names;
        std::vector<double> places;
        for (std::size_t i = 0; i < chart.bars.size(); ++i) {
            names.push_back(chart.bars[i].name);
            places.push_back(band.centre(i));
        }
        add_names_below(drawing, names, places, plot);
        drawing.height = plot.bottom + axis_below_height() + 2;
    }
    drawing.groups.push_back(std::move(values));
    return drawing;
}

bool stands(const BarChart& chart, double width) {
    if (chart.layout != BarChart::Layout::columns) return chart.layout == BarChart::Layout::sequence;
    const double plot_width = width - references_across_room(chart.references, width).right;
    return names_fit(chart, plot_width / std::max<double>(1, static_cast<double>(chart.bars.size())) - 8);
}

}  // namespace

Drawing draw(const BarChart& chart, double width) {
    return stands(chart, width) ? draw_columns(chart, width) : draw_rows(chart, width);
}

}  // namespace regioscope::chart
