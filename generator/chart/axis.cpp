#include "chart/axis.h"

#include <algorithm>

namespace regioscope::chart {

namespace {

constexpr TextStyle tick_style = TextStyle::small;
constexpr double tick_gap = 6;
/// Below the plot: keeps clear of the number that stands beside the lowest grid line.
constexpr double names_gap = 7;

bool is_zero(const Tick& tick) {
    return tick.value == 0;
}

/// Moves a centred text so that it stays between the edges.
Text centred_within(double x, double y, std::string text, double left, double right) {
    const double half = text_width(text, tick_style) / 2;
    const double centre = std::max(left + half, std::min(x, right - half));
    return Text{{centre, y}, std::move(text), tick_style, Anchor::middle, "tick"};
}

/// The smallest n such that every n-th of the texts (counted from the last) leaves space between neighbours.
std::size_t thinning(const std::vector<Text>& texts) {
    for (std::size_t every = 1; every < texts.size(); ++every) {
        bool fits = true;
        for (std::size_t i = texts.size() - 1; i >= every && fits; i -= every)
            fits = !overlap(grown(box_of(texts[i]), tick_gap / 2),
                            grown(box_of(texts[i - every]), tick_gap / 2));
        if (fits) return every;
    }
    return std::max<std::size_t>(1, texts.size());
}

void add_thinned(Group& group, std::vector<Text> texts) {
    if (texts.empty()) return;
    const std::size_t every = thinning(texts);
    for (std::size_t i = (texts.size() - 1) % every; i < texts.size(); i += every)
        group.shapes.push_back(std::move(texts[i]));
}

}  // namespace

std::string tick_text(const NumberAxis& axis, const Tick& tick) {
    return axis.format ? axis.format(tick.number) : tick.number.text();
}

double axis_title_height(const NumberAxis& axis) {
    return axis.title.empty() ? 0 : line_height(tick_style) + 6;
}

void add_axis_title(Drawing& drawing, const NumberAxis& axis) {
    if (axis.title.empty()) return;
    const std::string title = shorten(axis.title, drawing.width, tick_style);
    Group group{"axis"};
    add_text_lines(group, {title}, {0, 0}, tick_style, Anchor::start, "axis-title",
                   title == axis.title ? "" : axis.title);
    drawing.groups.push_back(std::move(group));
}

double axis_left_width(const NumberAxis& axis, const std::vector<Tick>& ticks) {
    double width = 0;
    for (const Tick& tick : ticks)
        width = std::max(width, text_width(tick_text(axis, tick), tick_style));
    return width + tick_gap;
}

void add_axis_left(Drawing& drawing, const NumberAxis& axis, const Linear& y, const std::vector<Tick>& ticks,
                   const Box& plot) {
    Group grid{"grid"};
    Group numbers{"axis"};
    for (const Tick& tick : ticks) {
        const double at = y(tick.value);
        grid.shapes.push_back(
            Line{{plot.left, at}, {plot.right, at}, is_zero(tick) ? "gridline zero" : "gridline"});
        numbers.shapes.push_back(Text{{plot.left - tick_gap, at + ascent(tick_style) / 2 - 1},
                                      tick_text(axis, tick),
                                      tick_style,
                                      Anchor::end,
                                      "tick"});
    }
    drawing.groups.push_back(std::move(grid));
    drawing.groups.push_back(std::move(numbers));
}

void add_axis_below(Drawing& drawing, const NumberAxis& axis, const Linear& x, const std::vector<Tick>& ticks,
                    const Box& plot) {
    Group grid{"grid"};
    std::vector<Text> texts;
    for (const Tick& tick : ticks) {
        const double at = x(tick.value);
        grid.shapes.push_back(
            Line{{at, plot.top}, {at, plot.bottom}, is_zero(tick) ? "gridline zero" : "gridline"});
        texts.push_back(centred_within(at, plot.bottom + names_gap + ascent(tick_style),
                                       tick_text(axis, tick), 0, drawing.width));
    }
    Group numbers{"axis"};
    add_thinned(numbers, std::move(texts));
    drawing.groups.push_back(std::move(grid));
    drawing.groups.push_back(std::move(numbers));
}

double axis_below_height() {
    return names_gap + line_height(tick_style);
}

void add_names_below(Drawing& drawing, const std::vector<std::string>& names,
                     const std::vector<double>& places, const Box& plot) {
    std::vector<Text> texts;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string text = shorten(names[i], drawing.width, tick_style);
        texts.push_back(
            centred_within(places[i], plot.bottom + names_gap + ascent(tick_style), text, 0, drawing.width));
        if (text != names[i]) texts.back().tip = names[i];
    }
    Group group{"axis"};
    add_thinned(group, std::move(texts));
    drawing.groups.push_back(std::move(group));
}

double add_text_lines(Group& group, const std::vector<std::string>& lines, Point top, TextStyle style,
                      Anchor anchor, std::string_view classes, std::string_view tip) {
    for (const std::string& line : lines) {
        group.shapes.push_back(Text{
            {top.x, top.y + ascent(style)}, line, style, anchor, std::string(classes), std::string(tip)});
        top.y += line_height(style);
    }
    return top.y;
}

}  // namespace regioscope::chart
