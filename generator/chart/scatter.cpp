#include "chart/scatter.h"

#include <algorithm>

#include "chart/bar_mark.h"
#include "chart/label_space.h"
#include "chart/missing.h"
#include "chart/names.h"
#include "chart/point_mark.h"

namespace regioscope::chart {

namespace {

constexpr double radius = 5;
constexpr std::ptrdiff_t most_quiet_labels = 12;
constexpr std::size_t most_with_figures = 8;
constexpr double longest_name = 0.4;  // of the width
constexpr double padding = 14;        // between the outermost points and the plot's edge

bool is_drawn(const ScatterPoint& point) {
    return point.x.is_drawn() && point.y.is_drawn();
}

struct ScatterPlot {
    Box box;
    Linear x;
    Linear y;
};

Domain domain_of(const ScatterChart& chart, const Quantity ScatterPoint::*measure) {
    Extent extent;
    for (const ScatterPoint& point : chart.points)
        if (is_drawn(point)) add_to(extent, point.*measure);
    return extent.domain();
}

ScatterPlot place(const ScatterChart& chart, double width) {
    const double plot_height = width < narrow_width ? 300 : 380;
    const double top = axis_title_height(chart.y_axis) + 6;
    const Domain y_domain = domain_of(chart, &ScatterPoint::y);
    const double left =
        axis_left_width(chart.y_axis, make_ticks(chart.y_axis, y_domain, tick_count_down(plot_height))) + 2;
    const Box box{left, top, width - 2, top + plot_height};
    return {box, Linear(domain_of(chart, &ScatterPoint::x), {box.left + padding, box.right - padding}),
            Linear(y_domain, {box.bottom - padding, box.top + padding})};
}

/// Every point's range or bound in both directions, then its marker.
void add_points(Drawing& drawing, const ScatterChart& chart, const ScatterPlot& plot) {
    Group markers{"markers"};
    for (const ScatterPoint& point : chart.points) {
        if (!is_drawn(point)) continue;
        PointMark mark{point.x, point.slot, point.emphasis, point.name, radius};
        if (point.x.kind != Quantity::Kind::point) {
            add_point_on_horizontal(markers, mark, plot.x, plot.y(point.y.middle()));
            markers.shapes.pop_back();  // the extent only
        }
        mark.quantity = point.y;
        if (point.x.status != Status::firm) mark.quantity.status = point.x.status;
        add_point_on_vertical(markers, mark, plot.x(point.x.middle()), plot.y);
        std::get<Marker>(markers.shapes.back()).tip = tip_of(point.name, point.x) + "; " + point.y.text;
        if (point.emphasis == Emphasis::quiet) std::get<Marker>(markers.shapes.back()).classes += " quiet";
    }
    drawing.groups.push_back(std::move(markers));
}

/// A name, and below it the figures where there are few points.
struct PointLabel {
    Text name;
    std::string figures;

    /// With the name at one of its places: above the point the name goes up to make room for the figures.
    std::vector<Text> at(Text place, Point centre) const {
        if (figures.empty()) return {std::move(place)};
        constexpr TextStyle style = TextStyle::small;
        if (place.at.y < centre.y) place.at.y -= line_height(style);
        Text below = place;
        below.text = figures;
        below.style = style;
        below.classes = "soft";
        below.at.y += line_height(style);
        return {std::move(place), std::move(below)};
    }
};

/// Around the marker; for points that matter also farther away, with a leader.
std::vector<Text> place_label(Group& leaders, LabelSpace& space, const PointLabel& label, Point centre,
                              bool may_be_far) {
    constexpr double around = radius * 1.2;
    const auto try_at = [&](double distance) -> std::vector<Text> {
        for (const Text& place : places_around(label.name, centre, distance)) {
            std::vector<Text> texts = label.at(place, centre);
            const bool is_free = std::all_of(texts.begin(), texts.end(),
                                             [&](const Text& text) { return space.is_free(box_of(text)); });
            if (!is_free) continue;
            for (const Text& text : texts)
                space.take(box_of(text));
            return texts;
        }
        return {};
    };
    std::vector<Text> texts = try_at(around);
    if (!texts.empty() || !may_be_far) return texts;
    for (const double distance : {around + 14, around + 28, around + 44}) {
        texts = try_at(distance);
        if (texts.empty()) continue;
        const Box box = box_of(texts.front());
        const Point near{std::clamp(centre.x, box.left, box.right),
                         std::clamp(centre.y, box.top, box.bottom)};
        leaders.shapes.push_back(Path{{{centre, near}}, "leader"});
        return texts;
    }
    return {};
}

/// Highlighted points first, quiet ones last and only when they are few: who finds no room keeps a tip.
void add_labels(Drawing& drawing, const ScatterChart& chart, const ScatterPlot& plot) {
    LabelSpace space({plot.box.left, plot.box.top, drawing.width, plot.box.bottom});
    for (const Group& group : drawing.groups)
        if (group.name != "grid")
            for (const Shape& shape : group.shapes)
                if (!std::holds_alternative<Line>(shape)) space.take(box_of(shape));
    const auto quiet = std::count_if(chart.points.begin(), chart.points.end(), [](const ScatterPoint& point) {
        return point.emphasis == Emphasis::quiet;
    });
    Group leaders{"leaders"};
    Group labels{"labels"};
    for (const Emphasis emphasis : {Emphasis::highlighted, Emphasis::normal, Emphasis::quiet}) {
        if (emphasis == Emphasis::quiet && quiet > most_quiet_labels) continue;
        for (const ScatterPoint& point : chart.points) {
            if (point.emphasis != emphasis || !is_drawn(point)) continue;
            const TextStyle style = emphasis == Emphasis::highlighted ? TextStyle::strong
                                    : emphasis == Emphasis::quiet     ? TextStyle::small
                                                                      : TextStyle::label;
            const bool is_own = emphasis != Emphasis::quiet && has_own_marker(point.slot);
            PointLabel label{{{},
                              shorten(point.name, drawing.width * longest_name, style),
                              style,
                              Anchor::start,
                              is_own ? "" : "soft"},
                             {}};
            if (chart.points.size() <= most_with_figures) label.figures = point.x.text + "; " + point.y.text;
            const Point centre{plot.x(point.x.middle()), plot.y(point.y.middle())};
            for (Text& text : place_label(leaders, space, label, centre, emphasis != Emphasis::quiet))
                labels.shapes.push_back(std::move(text));
        }
    }
    drawing.groups.push_back(std::move(leaders));
    drawing.groups.push_back(std::move(labels));
}

/// Axes, points and labels; returns where they end.
double add_plot(Drawing& drawing, const ScatterChart& chart) {
    const ScatterPlot plot = place(chart, drawing.width);
    add_axis_title(drawing, chart.y_axis);
    add_axis_left(drawing, chart.y_axis, plot.y,
                  make_ticks(chart.y_axis, plot.y.domain(), tick_count_down(plot.box.height())), plot.box);
    add_axis_below(drawing, chart.x_axis, plot.x,
                   make_ticks(chart.x_axis, plot.x.domain(), tick_count_across(plot.box.width())), plot.box);
    Group title{"axis"};
    const double bottom =
        add_text_lines(title, wrap(chart.x_axis.title, plot.box.width(), TextStyle::small, 2),
                       {plot.box.right, plot.box.bottom + axis_below_height() + 2}, TextStyle::small,
                       Anchor::end, "axis-title");
    drawing.groups.push_back(std::move(title));
    add_points(drawing, chart, plot);
    add_labels(drawing, chart, plot);
    return bottom + 4;
}

}  // namespace

Drawing draw(const ScatterChart& chart, double width) {
    Drawing drawing{width, 0};
    const bool has_points = std::any_of(chart.points.begin(), chart.points.end(), is_drawn);
    Missing missing;
    for (const ScatterPoint& point : chart.points)
        if (!is_drawn(point)) missing.add(point.name, point.x.is_drawn() ? point.y : point.x);
    drawing.height = missing.add_words(drawing, has_points ? add_plot(drawing, chart) : 0) + 2;
    return drawing;
}

}  // namespace regioscope::chart
