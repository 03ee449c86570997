#include "chart/line.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include "chart/bar_mark.h"
#include "chart/end_labels.h"
#include "chart/names.h"
#include "chart/point_mark.h"
#include "chart/scale/ticks.h"

namespace regioscope::chart {

namespace {

constexpr std::size_t most_points_with_markers = 12;
constexpr double headroom = 14;  // above the highest tick, for markers and arrows

/// Everything placed: what the pipeline hands from layout to marks.
struct Plot {
    Box box;
    Linear x;
    Linear y;
    std::vector<Tick> value_ticks;
    std::vector<PeriodTick> period_ticks;
};

const LinePoint* last_drawn(const Series& series) {
    for (auto point = series.points.rbegin(); point != series.points.rend(); ++point)
        if (point->quantity.is_drawn()) return &*point;
    return nullptr;
}

bool is_labelled(const LineChart& chart, const Series& series) {
    return chart.names_series && last_drawn(series) != nullptr;
}

bool has_figures(const LineChart& chart) {
    return chart.values || std::any_of(chart.series.begin(), chart.series.end(),
                                       [](const Series& series) { return last_drawn(series) != nullptr; });
}

std::vector<Reference> named_references(const LineChart& chart) {
    return chart.names_series && has_figures(chart) ? chart.references : std::vector<Reference>();
}

/// Series and references share the column at the right.
std::vector<EndLabel> end_labels(const LineChart& chart) {
    std::vector<EndLabel> labels;
    for (const Series& series : chart.series)
        if (is_labelled(chart, series))
            labels.push_back({series.name, last_drawn(series)->quantity.text, series.slot, series.emphasis});
    for (const Reference& reference : named_references(chart))
        if (is_drawable(reference.value)) labels.push_back({reference.label, "", reference.slot});
    return labels;
}

/// How often the shortest step between two points of a series goes into the whole time: yearly figures get no
/// quarterly ticks.
double steps_in(const LineChart& chart, Domain days) {
    double shortest = days.high - days.low;
    for (const Series& series : chart.series)
        for (std::size_t i = 1; i < series.points.size(); ++i) {
            const double step = series.points[i].day - series.points[i - 1].day;
            if (step > 0) shortest = std::min(shortest, step);
        }
    const double tolerance = 0.2;  // months and years differ in length
    return shortest > 0 ? (days.high - days.low) / shortest + tolerance : 1;
}

Plot place(const LineChart& chart, double width) {
    const double count = tick_count_down(chart.plot_height);
    const Domain values = nice(chart.values.value_or(value_domain(chart)), count);
    std::vector<Tick> ticks =
        has_figures(chart) ? make_ticks(values.low, values.high, count) : std::vector<Tick>();
    const std::vector<EndLabel> labels = end_labels(chart);
    const double right = std::max(end_labels_width(labels, width), 8.0);
    const double height = std::max(chart.plot_height, end_labels_height(labels, width));
    const double top = axis_title_height(chart.axis) + headroom;
    const Box box{axis_left_width(chart.axis, ticks) + 2, top, width - right, top + height};
    const Domain days = chart.days.value_or(day_domain(chart));
    // Half a marker of room at both ends keeps the outermost points off the axis and the labels.
    return {box, Linear(days, {box.left + 8, box.right - 8}), Linear(values, {box.bottom, box.top}),
            std::move(ticks), period_ticks(days, std::min(box.width() / 28, steps_in(chart, days)))};
}

void add_period_names(Drawing& drawing, const LineChart& chart, const Plot& plot) {
    std::vector<std::string> names;
    std::vector<double> places;
    Group marks{"axis"};
    for (const PeriodTick& tick : plot.period_ticks) {
        names.push_back(tick_text(chart.periods, tick));
        places.push_back(plot.x(tick.day));
        marks.shapes.push_back(
            Line{{places.back(), plot.box.bottom}, {places.back(), plot.box.bottom + 4}, "tickmark"});
    }
    drawing.groups.push_back(std::move(marks));
    Box below = plot.box;
    below.bottom += 1;
    add_names_below(drawing, names, places, below);
}

/// The stretches of time of which something is said, as far as the chart shows them.
void add_stretches(Drawing& drawing, const LineChart& chart, const Plot& plot) {
    constexpr double least = 3;
    Group group{"stretches"};
    for (const PeriodRemark& period : chart.remarks) {
        const double left = std::clamp(plot.x(period.first), plot.box.left, plot.box.right - least);
        const double right = std::clamp(plot.x(period.last), left + least, plot.box.right);
        group.shapes.push_back(Rect{{left, plot.box.top, right, plot.box.bottom},
                                    "stretch-of-time",
                                    period.remark.text,
                                    "",
                                    period.remark});
    }
    drawing.groups.push_back(std::move(group));
}

/// The stretches of a series between its gaps.
std::vector<std::vector<LinePoint>> unbroken(const Series& series) {
    std::vector<std::vector<LinePoint>> stretches(1);
    for (const LinePoint& point : series.points) {
        if (point.quantity.is_drawn())
            stretches.back().push_back(point);
        else if (!stretches.back().empty())
            stretches.emplace_back();
    }
    if (stretches.back().empty()) stretches.pop_back();
    return stretches;
}

std::string line_classes(const Series& series) {
    if (series.emphasis == Emphasis::quiet) return "line quiet";
    return joined("line", class_of(series.slot)) +
           (series.emphasis == Emphasis::highlighted ? " highlighted" : "");
}

/// The lines; what leads to or from a doubtful figure is drawn thin.
void add_lines(Group& group, const Series& series, const Plot& plot) {
    Path firm{{}, line_classes(series), series.name};
    Path uncertain{{}, line_classes(series) + " uncertain", series.name};
    for (const std::vector<LinePoint>& stretch : unbroken(series)) {
        bool was_firm = false;
        for (std::size_t i = 1; i < stretch.size(); ++i) {
            const auto at = [&](const LinePoint& point) {
                return Point{plot.x(point.day), plot.y(point.quantity.middle())};
            };
            const bool is_firm =
                stretch[i - 1].quantity.status == Status::firm && stretch[i].quantity.status == Status::firm;
            std::vector<std::vector<Point>>& parts = is_firm ? firm.parts : uncertain.parts;
            if (i == 1 || is_firm != was_firm) parts.push_back({at(stretch[i - 1])});
            parts.back().push_back(at(stretch[i]));
            was_firm = is_firm;
        }
    }
    if (!firm.parts.empty()) group.shapes.push_back(std::move(firm));
    if (!uncertain.parts.empty()) group.shapes.push_back(std::move(uncertain));
}

/// Markers at every figure of short series; of long ones, and in small charts, at the last figure, at lone
/// and at inexact ones.
void add_markers(Group& group, const Series& series, const Plot& plot) {
    const bool is_small = plot.box.height() < 200;
    if (is_small && series.emphasis == Emphasis::quiet) return;
    const bool all =
        series.points.size() <= most_points_with_markers && series.emphasis != Emphasis::quiet && !is_small;
    const LinePoint* last = last_drawn(series);
    for (const std::vector<LinePoint>& stretch : unbroken(series)) {
        for (const LinePoint& point : stretch) {
            const bool is_plain =
                point.quantity.kind == Quantity::Kind::point && point.quantity.status == Status::firm;
            if (!all && is_plain && stretch.size() > 1 && point.day != last->day) continue;
            const double radius = series.emphasis == Emphasis::highlighted ? 5 : 4;
            add_point_on_vertical(group, {point.quantity, series.slot, series.emphasis, series.name, radius},
                                  plot.x(point.day), plot.y);
        }
    }
}

/// The sign for "no figure" above the period axis, once per period.
void add_missing_signs(Drawing& drawing, const LineChart& chart, const Plot& plot) {
    Group group{"missing"};
    for (const Series& series : chart.series) {
        for (const LinePoint& point : series.points) {
            if (point.quantity.is_drawn() || point.quantity.text.empty()) continue;
            Text sign{{plot.x(point.day), plot.box.bottom - 4},
                      point.quantity.text,
                      TextStyle::small,
                      Anchor::middle,
                      "no-data",
                      tip_of(series.name, point.quantity)};
            const bool is_taken =
                std::any_of(group.shapes.begin(), group.shapes.end(),
                            [&](const Shape& other) { return overlap(box_of(other), box_of(sign)); });
            const bool is_inside = box_of(sign).left >= plot.box.left && box_of(sign).right <= plot.box.right;
            if (!is_taken && is_inside) group.shapes.push_back(std::move(sign));
        }
    }
    drawing.groups.push_back(std::move(group));
}

void add_series(Drawing& drawing, const LineChart& chart, const Plot& plot) {
    Group lines{"lines"};
    Group markers{"markers"};
    for (const Emphasis emphasis : {Emphasis::quiet, Emphasis::normal, Emphasis::highlighted}) {
        for (const Series& series : chart.series) {
            if (series.emphasis != emphasis) continue;
            add_lines(lines, series, plot);
            add_markers(markers, series, plot);
        }
    }
    drawing.groups.push_back(std::move(lines));
    drawing.groups.push_back(std::move(markers));
}

void add_labels(Drawing& drawing, const LineChart& chart, const Plot& plot) {
    std::vector<Point> ends;
    for (const Series& series : chart.series)
        if (is_labelled(chart, series))
            ends.push_back({plot.x(last_drawn(series)->day), plot.y(last_drawn(series)->quantity.middle())});
    for (const Reference& reference : named_references(chart))
        if (is_drawable(reference.value)) ends.push_back({plot.box.right, plot.y(reference.value)});
    add_end_labels(drawing, end_labels(chart), ends, plot.box.right,
                   {axis_title_height(chart.axis), drawing.height});
}

}  // namespace

std::string tick_text(const PeriodAxis& axis, const PeriodTick& tick) {
    if (axis.format) return axis.format(tick);
    switch (tick.unit) {
        case PeriodTick::Unit::year:
            return fmt::format("{}", tick.year);
        case PeriodTick::Unit::quarter:
            return fmt::format("{}-Q{}", tick.year, (tick.month + 2) / 3);
        case PeriodTick::Unit::month:
            return fmt::format("{}-{:02}", tick.year, tick.month);
    }
    return {};
}

Domain value_domain(const LineChart& chart) {
    Extent extent;
    for (const Series& series : chart.series)
        for (const LinePoint& point : series.points)
            add_to(extent, point.quantity);
    if (!extent.empty()) add_to(extent, chart.references);
    const Domain domain = extent.domain();
    // A flat line lies in the middle of a scale of its own size.
    if (domain.low != domain.high) return domain;
    const double half = domain.low == 0 ? 1 : std::abs(domain.low) / 2;
    return {domain.low - half, domain.low + half};
}

Domain day_domain(const LineChart& chart) {
    Extent extent;
    for (const Series& series : chart.series)
        for (const LinePoint& point : series.points)
            extent.add(point.day);
    return extent.domain();
}

Drawing draw(const LineChart& chart, double width) {
    if (chart.series.empty()) return {width, 2};
    const Plot plot = place(chart, width);
    Drawing drawing{width, plot.box.bottom + 1 + axis_below_height() + 2};
    add_stretches(drawing, chart, plot);
    add_axis_title(drawing, chart.axis);
    add_axis_left(drawing, chart.axis, plot.y, plot.value_ticks, plot.box);
    add_period_names(drawing, chart, plot);
    if (has_figures(chart)) add_reference_lines(drawing, chart.references, plot.y, plot.box);
    add_series(drawing, chart, plot);
    add_missing_signs(drawing, chart, plot);
    add_labels(drawing, chart, plot);
    return drawing;
}

}  // namespace regioscope::chart
