#include "chart/line.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include "chart/bar_mark.h"
#include "chart/end_labels.h"
#include "chart/ink.h"
#include "chart/label_space.h"
#include "chart/missing.h"
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
    std::vector<NamedPeriod> periods;
    /// The usual time from one figure to the next.
    double step = 0;
};

const LinePoint* last_drawn(const Series& series) {
    for (auto point = series.points.rbegin(); point != series.points.rend(); ++point)
        if (point->quantity.is_drawn()) return &*point;
    return nullptr;
}

/// A crowd that stands back has no names: they would fill the page.
bool is_labelled(const LineChart& chart, const Series& series) {
    const auto stands_back = [](const Series& any) { return any.emphasis == Emphasis::quiet; };
    const bool is_crowd = std::count_if(chart.series.begin(), chart.series.end(), stands_back) > most_looks;
    return chart.names_series && last_drawn(series) != nullptr && !(is_crowd && stands_back(series));
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
        if (is_drawable(reference.value))
            labels.push_back({reference.label, "", reference.slot, Emphasis::normal, false});
    return labels;
}

/// The times from one figure of a series to its next.
std::vector<double> steps_of(const LineChart& chart) {
    std::vector<double> steps;
    for (const Series& series : chart.series) {
        const LinePoint* before = nullptr;
        for (const LinePoint& point : series.points) {
            if (!point.quantity.is_drawn()) continue;
            if (before != nullptr && point.day > before->day) steps.push_back(point.day - before->day);
            before = &point;
        }
    }
    std::sort(steps.begin(), steps.end());
    return steps;
}

/// The periods to name: those of the figures, or at even steps, of which the shortest step between figures
/// decides the finest. Yearly figures get no quarterly ticks.
std::vector<NamedPeriod> periods_of(const LineChart& chart, Domain days, double width) {
    std::vector<NamedPeriod> periods;
    if (!chart.periods.named.empty()) {
        for (const NamedPeriod& period : chart.periods.named)
            if (days.low <= period.day && period.day <= days.high) periods.push_back(period);
        std::stable_sort(periods.begin(), periods.end(),
                         [](const NamedPeriod& a, const NamedPeriod& b) { return a.day < b.day; });
        return periods;
    }
    constexpr double tolerance = 0.2;  // months and years differ in length
    const std::vector<double> steps = steps_of(chart);
    const double span = days.high - days.low;
    const double most = steps.empty() ? 1 : span / std::min(steps.front(), std::max(span, 1.0)) + tolerance;
    for (const PeriodTick& tick : period_ticks(days, std::min(width / 28, most)))
        periods.push_back({tick.day, tick_text(chart.periods, tick)});
    return periods;
}

/// The only moment of a chart stands at the right, beside its names.
Domain days_of(const LineChart& chart) {
    const Domain days = chart.days.value_or(day_domain(chart));
    return days.low == days.high ? Domain{days.low - 1, days.high} : days;
}

Plot place(const LineChart& chart, double width) {
    const double count = tick_count_down(chart.plot_height);
    const Domain values = nice(chart.axis, chart.values.value_or(value_domain(chart)), count);
    std::vector<Tick> ticks =
        has_figures(chart) ? make_ticks(chart.axis, values, count) : std::vector<Tick>();
    const std::vector<EndLabel> labels = end_labels(chart);
    const double right = std::max(end_labels_width(labels, width), 8.0);
    const double height = std::max(chart.plot_height, end_labels_height(labels, width));
    const double top = axis_title_height(chart.axis) + headroom;
    const Box box{axis_left_width(chart.axis, ticks) + 2, top, width - right, top + height};
    const Domain days = days_of(chart);
    const std::vector<double> steps = steps_of(chart);
    // Half a marker of room at both ends keeps the outermost points off the axis and the labels.
    return {box,
            Linear(days, {box.left + 8, box.right - 8}),
            Linear(values, {box.bottom, box.top}),
            std::move(ticks),
            periods_of(chart, days, box.width()),
            steps.empty() ? 0 : steps[(steps.size() - 1) / 2]};
}

void add_period_names(Drawing& drawing, const Plot& plot) {
    constexpr double least_apart = 5;
    std::vector<std::string> names;
    std::vector<double> places;
    Group marks{"axis"};
    for (const NamedPeriod& period : plot.periods) {
        names.push_back(period.name);
        places.push_back(plot.x(period.day));
        if (static_cast<double>(plot.periods.size()) * least_apart > plot.box.width()) continue;
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

Point place_of(const LinePoint& point, const Plot& plot) {
    return {plot.x(point.day), plot.y(point.quantity.middle())};
}

/// How the way from one figure to the next is drawn.
enum class Way {
    firm,
    uncertain,  ///< thin: to or from a figure that is not settled
    bridge,     ///< dotted: over a long time without figures
};

Way way_between(const LinePoint& from, const LinePoint& to, double usual_step) {
    constexpr double long_time = 2.5;  // one year left out among yearly figures is no long time
    if (to.day - from.day > long_time * usual_step) return Way::bridge;
    const bool is_firm = !is_unsettled(from.quantity.status) && !is_unsettled(to.quantity.status);
    return is_firm ? Way::firm : Way::uncertain;
}

void add_lines(Group& group, const Series& series, const Plot& plot) {
    Path paths[] = {{{}, line_classes(series), series.name},
                    {{}, line_classes(series) + " uncertain", series.name},
                    {{}, line_classes(series) + " bridge", series.name}};
    for (const std::vector<LinePoint>& stretch : unbroken(series)) {
        std::optional<Way> before;
        for (std::size_t i = 1; i < stretch.size(); ++i) {
            const Way way = way_between(stretch[i - 1], stretch[i], plot.step);
            auto& parts = paths[static_cast<std::size_t>(way)].parts;
            if (way != before) parts.push_back({place_of(stretch[i - 1], plot)});
            parts.back().push_back(place_of(stretch[i], plot));
            before = way;
        }
    }
    for (Path& path : paths)
        if (!path.parts.empty()) group.shapes.push_back(std::move(path));
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

/// The sign for "no figure" where a line breaks, as far as there is room.
void add_missing_signs(Drawing& drawing, const LineChart& chart, const Plot& plot) {
    Ink ink(drawing);
    Group group{"missing"};
    for (const Series& series : chart.series) {
        const LinePoint* before = nullptr;
        for (std::size_t i = 0; i < series.points.size(); ++i) {
            const LinePoint& point = series.points[i];
            if (point.quantity.is_drawn()) {
                before = &point;
                continue;
            }
            const auto after =
                std::find_if(series.points.begin() + static_cast<std::ptrdiff_t>(i), series.points.end(),
                             [](const LinePoint& p) { return p.quantity.is_drawn(); });
            if (before == nullptr || after == series.points.end()) continue;
            const Domain days{before->day, after->day};
            const double height =
                Range{place_of(*before, plot).y, place_of(*after, plot).y}.at(days.share_of(point.day));
            Text sign{{plot.x(point.day), height + ascent(TextStyle::small) / 2 - 1},
                      point.quantity.text,
                      TextStyle::small,
                      Anchor::middle,
                      "no-data",
                      tip_of(series.name, point.quantity)};
            if (!ink.is_free(box_of(sign))) continue;
            ink.add(sign);
            group.shapes.push_back(std::move(sign));
        }
    }
    drawing.groups.push_back(std::move(group));
}

/// Does a line end well before the others? Then its name stands at its end, inside the plot: a leader from
/// there would look like a line of figures.
bool ends_early(const Series& series, const Plot& plot) {
    return plot.x.domain().share_of(last_drawn(series)->day) < 0.9;
}

std::optional<Text> label_at_end(const EndLabel& label, Point end, const Ink& ink, const Plot& plot) {
    const Text text{{},
                    label.value.empty() ? label.name : label.name + " " + label.value,
                    label.emphasis == Emphasis::highlighted ? TextStyle::strong : TextStyle::label,
                    Anchor::start,
                    label.emphasis == Emphasis::quiet ? "soft" : ""};
    for (const double distance : {6.0, 14.0}) {
        for (const Text& candidate : places_around(text, end, distance)) {
            const Box box = box_of(candidate);
            const bool is_inside = box.left >= plot.box.left && box.right <= plot.box.right;
            if (is_inside && ink.is_free(box)) return candidate;
        }
    }
    return std::nullopt;
}

void add_labels(Drawing& drawing, const LineChart& chart, const Plot& plot) {
    Ink ink(drawing);
    const std::vector<EndLabel> all = end_labels(chart);
    std::vector<EndLabel> column;
    std::vector<Point> ends;
    Group inside{"labels"};
    std::size_t next = 0;
    for (const Series& series : chart.series) {
        if (!is_labelled(chart, series)) continue;
        const EndLabel& label = all[next++];
        const Point end = place_of(*last_drawn(series), plot);
        auto text = ends_early(series, plot) ? label_at_end(label, end, ink, plot) : std::nullopt;
        if (text) {
            ink.add(*text);
            inside.shapes.push_back(std::move(*text));
        } else {
            column.push_back(label);
            ends.push_back(end);
        }
    }
    for (const Reference& reference : named_references(chart)) {
        if (!is_drawable(reference.value)) continue;
        column.push_back(all[next++]);
        ends.push_back({plot.box.right, plot.y(reference.value)});
    }
    drawing.groups.push_back(std::move(inside));
    add_end_labels(drawing, column, ends, plot.box.right,
                   {axis_title_height(chart.axis), plot.box.bottom + 2});
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
    if (domain.low != domain.high) return domain;
    if (domain.low == 0) return {0, 1};
    // A flat line lies in the middle of a scale of its own size, as far as the axis reaches.
    const double half = std::abs(domain.low) / 2;
    const bool ends = chart.axis.most && domain.low <= *chart.axis.most;
    return {domain.low - half, ends ? std::min(domain.low + half, *chart.axis.most) : domain.low + half};
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
    add_period_names(drawing, plot);
    if (has_figures(chart)) add_reference_lines(drawing, chart.references, plot.y, plot.box);
    add_series(drawing, chart, plot);
    add_missing_signs(drawing, chart, plot);
    add_labels(drawing, chart, plot);
    Missing missing;
    for (const Series& series : chart.series)
        if (last_drawn(series) == nullptr)
            missing.add(series.name, series.points.empty() ? Quantity() : series.points.front().quantity);
    if (!missing.empty()) drawing.height = missing.add_words(drawing, drawing.height + 4) + 2;
    return drawing;
}

}  // namespace regioscope::chart
