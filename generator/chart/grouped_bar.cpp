#include "chart/grouped_bar.h"

#include <algorithm>

#include "chart/axis.h"
#include "chart/bar_mark.h"
#include "chart/key.h"
#include "chart/names.h"
#include "chart/value_label.h"

namespace regioscope::chart {

namespace {

constexpr double bar_height = 14;
constexpr double bar_step = bar_height + 2;

std::size_t bar_count(const GroupedBarChart& chart, const BarGroup& group) {
    return std::min(chart.series.size(), group.quantities.size());
}

std::vector<ValueLabel> value_labels(const GroupedBarChart& chart) {
    std::vector<ValueLabel> labels;
    for (const BarGroup& group : chart.groups)
        for (std::size_t i = 0; i < bar_count(chart, group); ++i)
            labels.push_back({group.quantities[i], TextStyle::small});
    return labels;
}

/// The series' names behind the figures of the first group.
GroupedBarChart with_names(GroupedBarChart chart) {
    BarGroup& first = chart.groups.front();
    for (std::size_t i = 0; i < bar_count(chart, first); ++i)
        first.quantities[i].text += "  " + chart.series[i].name;
    return chart;
}

/// Has the first group a bar for each series, with room for its name?
bool can_name(const GroupedBarChart& chart, double room) {
    if (chart.groups.empty() || chart.series.size() < 2) return false;
    const BarGroup& first = chart.groups.front();
    if (bar_count(chart, first) < chart.series.size()) return false;
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        const Quantity& quantity = first.quantities[i];
        const double width = text_width(quantity.text + "  " + chart.series[i].name, TextStyle::small);
        if (!quantity.is_drawn() || quantity.middle() < 0 || width + 2 * value_gap > room / 3) return false;
    }
    return true;
}

std::vector<KeyEntry> key_of(const GroupedBarChart& chart) {
    std::vector<KeyEntry> entries;
    for (const BarSeries& series : chart.series)
        entries.push_back({series.name, series.slot});
    return entries;
}

}  // namespace

Drawing draw(const GroupedBarChart& given, double width) {
    std::vector<RowName> names;
    Extent extent;
    for (const BarGroup& group : given.groups) {
        names.push_back({group.name});
        for (const Quantity& quantity : group.quantities)
            add_to(extent, quantity);
    }
    const double mark_height = std::max(1.0, static_cast<double>(given.series.size())) * bar_step - 2;
    const double left = Rows(names, width, 0, mark_height).left();
    const bool is_named = can_name(given, width - left);
    const GroupedBarChart chart = is_named ? with_names(given) : given;

    Drawing drawing{width, 0};
    const double top = is_named ? 0 : add_key(drawing, key_of(chart), 0);
    const Linear x(extent.domain_from_zero(), room_beside_values(value_labels(chart), left, width));
    const Rows rows(names, width, top, mark_height);
    const Box plot{left, top, width, rows.bottom()};
    drawing.height = plot.bottom + 2;

    Group bars{"bars"};
    Group values{"values"};
    for (std::size_t row = 0; row < chart.groups.size(); ++row) {
        const BarGroup& group = chart.groups[row];
        for (std::size_t i = 0; i < bar_count(chart, group); ++i) {
            const BarSeries& series = chart.series[i];
            const double bar_top = rows.mark_top(row) + static_cast<double>(i) * bar_step;
            add_bar(bars,
                    {given.groups[row].quantities[i], series.slot, series.emphasis,
                     group.name + ", " + series.name, bar_top, bar_top + bar_height},
                    x, Orientation::lying);
            values.shapes.push_back(
                value_beside({group.quantities[i], TextStyle::small}, x, bar_top + bar_height / 2, width));
        }
    }
    Group row_names = rows.names();
    const std::vector<Box> words = word_boxes({&row_names, &values});
    drawing.groups.push_back(std::move(bars));
    Group baseline{"axis"};
    add_broken_line(baseline, {x(0), plot.top}, {x(0), plot.bottom}, words, "baseline");
    drawing.groups.push_back(std::move(baseline));
    drawing.groups.push_back(std::move(row_names));
    drawing.groups.push_back(std::move(values));
    return drawing;
}

}  // namespace regioscope::chart
