#include "chart/small_multiples.h"

#include <algorithm>

namespace regioscope::chart {

namespace {

constexpr double cell_gap = 20;
constexpr double narrowest_panel = 150;
constexpr double widest_panel = 260;
constexpr double plot_height = 110;

std::size_t column_count(std::size_t panels, double width) {
    const auto fitting =
        static_cast<std::size_t>(std::max(1.0, (width + cell_gap) / (narrowest_panel + cell_gap)));
    const auto wanted = static_cast<std::size_t>(std::max(1.0, width / widest_panel + 1));
    return std::max<std::size_t>(1, std::min({panels, fitting, wanted}));
}

/// The panels' charts made alike: same height, same time, same numbers where they share them.
std::vector<LineChart> aligned(const SmallMultiples& chart) {
    Extent values;
    Extent days;
    for (const Panel& panel : chart.panels) {
        for (const double value : {value_domain(panel.chart).low, value_domain(panel.chart).high})
            values.add(value);
        for (const double day : {day_domain(panel.chart).low, day_domain(panel.chart).high})
            days.add(day);
    }
    std::vector<LineChart> charts;
    for (const Panel& panel : chart.panels) {
        charts.push_back(panel.chart);
        LineChart& made = charts.back();
        made.plot_height = plot_height;
        made.names_series = false;
        made.days = days.domain();
        if (chart.scales == SmallMultiples::Scales::shared) {
            made.values = values.domain();
            made.axis.title.clear();
        }
    }
    return charts;
}

}  // namespace

Drawing draw(const SmallMultiples& chart, double width) {
    Drawing drawing{width, 0};
    const std::size_t columns = column_count(chart.panels.size(), width);
    const double panel_width =
        (width - cell_gap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    const std::vector<LineChart> charts = aligned(chart);

    double top = 0;
    for (std::size_t first = 0; first < charts.size(); first += columns) {
        const std::size_t end = std::min(first + columns, charts.size());
        std::size_t title_lines = 1;
        for (std::size_t i = first; i < end; ++i)
            title_lines =
                std::max(title_lines, wrap(chart.panels[i].title, panel_width, TextStyle::strong, 2).size());
        const double title_height = static_cast<double>(title_lines) * line_height(TextStyle::strong);
        double bottom = top;
        for (std::size_t i = first; i < end; ++i) {
            const double left = static_cast<double>(i - first) * (panel_width + cell_gap);
            Group titles{"titles"};
            add_text_lines(
                titles, wrap(chart.panels[i].title, panel_width, TextStyle::strong, 2), {left, top},
                TextStyle::strong, Anchor::start, "",
                fits(chart.panels[i].title, panel_width, TextStyle::strong, 2) ? "" : chart.panels[i].title);
            drawing.groups.push_back(std::move(titles));
            Drawing panel = moved(draw(charts[i], panel_width), left, top + title_height);
            bottom = std::max(bottom, top + title_height + panel.height);
            std::move(panel.groups.begin(), panel.groups.end(), std::back_inserter(drawing.groups));
        }
        top = bottom + cell_gap;
    }
    drawing.height = charts.empty() ? top : top - cell_gap;
    return drawing;
}

}  // namespace regioscope::chart
