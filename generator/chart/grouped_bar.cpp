#include "chart/grouped_bar.h"

#include <algorithm>

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

std::vector<KeyEntry> key_of(const GroupedBarChart& chart) {
    std::vector<KeyEntry> entries;
    for (const BarSeries& series : chart.series)
        entries.push_back({series.name, series.slot});
    return entries;
}

}  // namespace

Drawing draw(const GroupedBarChart& chart, double width) {
    Drawing drawing{width, 0};
    const double top = add_key(drawing, key_of(chart), 0);

    std::vector<RowName> names;
    Extent extent;
    for (const BarGroup& group : chart.groups) {
        names.push_back({group.name});
        for (const Quantity& quantity : group.quantities)
            add_to(extent, quantity);
    }
    const double mark_height = std::max(1.0, static_cast<double>(chart.series.size())) * bar_step - 2;
    const double left = Rows(names, width, 0, mark_height).left();
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
                    {group.quantities[i], series.slot, series.emphasis, group.name + ", " + series.name,
                     bar_top, bar_top + bar_height},
                    x, Orientation::lying);
            values.shapes.push_back(
                value_beside({group.quantities[i], TextStyle::small}, x, bar_top + bar_height / 2, width));
        }
    }
    drawing.groups.push_back(std::move(bars));
    drawing.groups.push_back({"axis", {Line{{x(0), plot.top}, {x(0), plot.bottom}, "baseline"}}});
    rows.add_names(drawing);
    drawing.groups.push_back(std::move(values));
    return drawing;
}

}  // namespace regioscope::chart
