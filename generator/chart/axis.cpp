#include "chart/axis.h"

#include <algorithm>
#include <cmath>

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

bool touch(const Text& a, const Text& b) {
    return overlap(grown(box_of(a), tick_gap / 2), grown(box_of(b), tick_gap / 2));
}

/// The smallest n such that every n-th of the texts (counted from the last) leaves space between neighbours.
std::size_t thinning(const std::vector<Text>& texts) {
    for (std::size_t every = 1; every < texts.size(); ++every) {
        bool fits = true;
        for (std::size_t i = texts.size() - 1; i >= every && fits; i -= every)
            fits = !touch(texts[i], texts[i - every]);
        if (fits) return every;
    }
    return std::max<std::size_t>(1, texts.size());
}

/// Numbers at even steps: every n-th.
void add_thinned(Group& group, std::vector<Text> texts) {
    if (texts.empty()) return;
    const std::size_t every = thinning(texts);
    for (std::size_t i = (texts.size() - 1) % every; i < texts.size(); i += every)
        group.shapes.push_back(std::move(texts[i]));
}

/// Names at any steps: from the last to the first, what does not touch the one kept before.
void add_kept(Group& group, const std::vector<Text>& texts) {
    std::vector<Text> kept;
    for (std::size_t i = texts.size(); i-- > 0;)
        if (kept.empty() || !touch(texts[i], kept.back())) kept.push_back(texts[i]);
    group.shapes.insert(group.shapes.end(), kept.rbegin(), kept.rend());
}

}  // namespace

std::string tick_text(const NumberAxis& axis, const Tick& tick) {
    return axis.format ? axis.format(tick.number) : tick.number.text();
}

Domain nice(const NumberAxis& axis, Domain domain, double count) {
    Domain widened = nice(domain, count);
    if (axis.is_whole) widened = {std::floor(widened.low), std::ceil(widened.high)};
    if (axis.most && domain.high <= *axis.most) widened.high = std::min(widened.high, *axis.most);
    return widened;
}

std::vector<Tick> make_ticks(const NumberAxis& axis, Domain domain, double count) {
    std::vector<Tick> ticks = make_ticks(domain.low, domain.high, count);
    if (!axis.is_whole) return ticks;
    for (Tick& tick : ticks)
        tick.number = tick.number.normalized();
    std::erase_if(ticks, [](const Tick& tick) { return tick.number.decimals() > 0; });
    return ticks;
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
    add_kept(group, texts);
    drawing.groups.push_back(std::move(group));
}

void add_broken_line(Group& group, Point from, Point to, const std::vector<Box>& words,
                     std::string_view classes) {
    constexpr double air = 3;
    const bool is_vertical = from.x == to.x;
    std::vector<Range> gaps;
    for (const Box& box : words) {
        const Box room = grown(box, air);
        if (is_vertical && room.left < from.x && from.x < room.right) gaps.push_back({box.top, box.bottom});
        if (!is_vertical && room.top < from.y && from.y < room.bottom)
            gaps.push_back({room.left, room.right});
    }
    std::sort(gaps.begin(), gaps.end(), [](const Range& a, const Range& b) { return a.start < b.start; });
    const double end = is_vertical ? to.y : to.x;
    double at = is_vertical ? from.y : from.x;
    const auto add = [&](double until) {
        if (until - at < 1) return;
        group.shapes.push_back(is_vertical ? Line{{from.x, at}, {from.x, until}, std::string(classes)}
                                           : Line{{at, from.y}, {until, from.y}, std::string(classes)});
    };
    for (const Range& gap : gaps) {
        add(std::min(gap.start, end));
        at = std::max(at, gap.end);
    }
    add(end);
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
