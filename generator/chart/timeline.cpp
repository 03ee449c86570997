#include "chart/timeline.h"

#include <algorithm>
#include <cmath>

#include "chart/key.h"
#include "chart/names.h"

namespace regioscope::chart {

namespace {

constexpr double marker_radius = 4.5;
constexpr double label_gap = 10;
constexpr double label_room = 180;  // right of the last moment, and at most for any label
constexpr double row_gap = 10;
constexpr double stretch_room = 7;  // the words of a programme stand below its line
constexpr std::size_t most_lines = 3;

std::vector<Event> by_day(const Timeline& chart) {
    std::vector<Event> events;
    for (const Event& event : chart.events)
        if (std::isfinite(event.day)) events.push_back(event);
    std::stable_sort(events.begin(), events.end(),
                     [](const Event& a, const Event& b) { return a.day < b.day; });
    return events;
}

bool lasts(const Event& event) {
    return std::isfinite(event.end) && event.end > event.day;
}

TextStyle style_of(const Event& event) {
    return event.emphasis == Emphasis::highlighted ? TextStyle::strong : TextStyle::label;
}

Marker marker_of(const Event& event, Point centre) {
    return {centre, marker_radius, marker_shape(event.slot), joined("marker", class_of(event.slot)),
            event.when + ": " + event.text};
}

/// An event of the wide drawing: its label right of its marker, in one of the rows above the axis.
struct Placed {
    const Event* event;
    std::vector<std::string> lines;
    double x;
    double right;  // where its label, or its stretch of time, ends
    double height;
    std::size_t row = 0;
};

Placed place(const Event& event, const Linear& x) {
    Placed placed{&event, wrap(event.text, label_room - label_gap, style_of(event), most_lines), x(event.day),
                  0, 0};
    double widest = text_width(event.when, TextStyle::small);
    for (const std::string& line : placed.lines)
        widest = std::max(widest, text_width(line, style_of(event)));
    placed.right = std::max(lasts(event) ? x(event.end) : 0.0, placed.x + label_gap + widest);
    placed.height = line_height(TextStyle::small) +
                    static_cast<double>(placed.lines.size()) * line_height(style_of(event)) + row_gap +
                    (lasts(event) ? stretch_room : 0);
    return placed;
}

/// From the last event to the first, each takes the row nearest to the axis that is above the rows of all
/// later events it reaches over: so no label stands in the way of a leader, which runs from every marker down
/// to the axis.
std::vector<Placed> place_rows(const std::vector<Event>& events, const Linear& x) {
    std::vector<Placed> placed;
    for (const Event& event : events)
        placed.push_back(place(event, x));
    for (std::size_t i = placed.size(); i-- > 0;)
        for (std::size_t later = i + 1; later < placed.size(); ++later)
            if (placed[later].x - marker_radius - 6 < placed[i].right)
                placed[i].row = std::max(placed[i].row, placed[later].row + 1);
    return placed;
}

Drawing draw_along(const Timeline& chart, const std::vector<Event>& events, double width) {
    Extent days;
    for (const Event& event : events) {
        days.add(event.day);
        if (lasts(event)) days.add(event.end);
    }
    const Linear x(days.domain(), {8, width - label_room});
    const std::vector<Placed> placed = place_rows(events, x);
    std::vector<double> row_heights;
    for (const Placed& event : placed) {
        row_heights.resize(std::max(row_heights.size(), event.row + 1));
        row_heights[event.row] = std::max(row_heights[event.row], event.height);
    }
    double axis_y = 4;
    for (const double height : row_heights)
        axis_y += height;

    Drawing drawing{width, axis_y + 4 + axis_below_height() + 2};
    Group axis{"axis", {Line{{0, axis_y}, {width, axis_y}, "baseline"}}};
    Group leaders{"leaders"};
    Group marks{"markers"};
    Group labels{"labels"};
    for (const Placed& event : placed) {
        double top = axis_y;
        for (std::size_t row = 0; row <= event.row; ++row)
            top -= row_heights[row];
        const double middle = top + (lasts(*event.event) ? 2 : line_height(TextStyle::small) / 2);
        leaders.shapes.push_back(Path{{{{event.x, middle}, {event.x, axis_y}}}, "leader"});
        if (lasts(*event.event))
            marks.shapes.push_back(Line{{event.x, middle},
                                        {x(event.event->end), middle},
                                        joined("stretch", class_of(event.event->slot))});
        marks.shapes.push_back(marker_of(*event.event, {event.x, middle}));
        const double text_top =
            add_text_lines(labels, {event.event->when},
                           {event.x + label_gap, top + (lasts(*event.event) ? stretch_room : 0)},
                           TextStyle::small, Anchor::start, "tick");
        add_text_lines(labels, event.lines, {event.x + label_gap, text_top}, style_of(*event.event),
                       Anchor::start, "",
                       fits(event.event->text, label_room - label_gap, style_of(*event.event), most_lines)
                           ? ""
                           : event.event->text);
    }
    std::vector<std::string> names;
    std::vector<double> places;
    for (const PeriodTick& tick : period_ticks(days.domain(), width / 60)) {
        names.push_back(tick_text(chart.periods, tick));
        places.push_back(x(tick.day));
        axis.shapes.push_back(Line{{places.back(), axis_y}, {places.back(), axis_y + 4}, "tickmark"});
    }
    drawing.groups.push_back(std::move(leaders));
    drawing.groups.push_back(std::move(axis));
    add_names_below(drawing, names, places, {0, 0, width, axis_y + 3});
    drawing.groups.push_back(std::move(marks));
    drawing.groups.push_back(std::move(labels));
    return drawing;
}

constexpr double least_lane = 128;
/// With fewer events the distances in time tell more than the order.
constexpr std::size_t least_events = 8;

double when_width(const std::vector<Event>& events) {
    double widest = 0;
    for (const Event& event : events)
        widest = std::max(widest, text_width(event.when, TextStyle::small));
    return widest;
}

bool has_lanes(const Timeline& chart, const std::vector<Event>& events, double width) {
    if (chart.lanes.size() < 2 || events.size() < least_events) return false;
    return (width - when_width(events) - label_gap) / static_cast<double>(chart.lanes.size()) >= least_lane;
}

/// A column per lane, a row per moment: who began before whom, at equal steps.
Drawing draw_lanes(const Timeline& chart, const std::vector<Event>& events, double width) {
    constexpr double text_indent = 14;
    constexpr double padding = 5;
    const double left = when_width(events) + label_gap;
    const double lane_width = (width - left) / static_cast<double>(chart.lanes.size());
    const double text_room = lane_width - text_indent - 8;
    const auto lane_left = [&](std::size_t lane) { return left + lane_width * static_cast<double>(lane); };
    Drawing drawing{width, 0};
    Group heads{"names"};
    double top = 0;
    for (std::size_t lane = 0; lane < chart.lanes.size(); ++lane)
        top = std::max(
            top, add_text_lines(heads, wrap(chart.lanes[lane].name, lane_width - 8, TextStyle::strong, 2),
                                {lane_left(lane), 0}, TextStyle::strong, Anchor::start,
                                joined("own", class_of(chart.lanes[lane].slot)),
                                fits(chart.lanes[lane].name, lane_width - 8, TextStyle::strong, 2)
                                    ? ""
                                    : chart.lanes[lane].name));
    top += padding;
    Group lines{"grid"};
    Group marks{"markers"};
    Group labels{"labels"};
    for (std::size_t first = 0; first < events.size();) {
        std::size_t end = first;
        while (end < events.size() && events[end].when == events[first].when)
            ++end;
        lines.shapes.push_back(Line{{0, top}, {width, top}, first == 0 ? "gridline zero" : "gridline"});
        std::vector<double> bottoms(chart.lanes.size(), top + padding);
        double bottom = add_text_lines(labels, {events[first].when}, {0, top + padding + 1}, TextStyle::small,
                                       Anchor::start, "tick");
        for (std::size_t i = first; i < end; ++i) {
            const std::size_t lane = std::min(events[i].lane, chart.lanes.size() - 1);
            const double x = lane_left(lane);
            marks.shapes.push_back(marker_of(
                events[i], {x + marker_radius, bottoms[lane] + line_height(style_of(events[i])) / 2 - 1}));
            const double below = add_text_lines(
                labels, wrap(events[i].text, text_room, style_of(events[i]), most_lines),
                {x + text_indent, bottoms[lane]}, style_of(events[i]), Anchor::start, "",
                fits(events[i].text, text_room, style_of(events[i]), most_lines) ? "" : events[i].text);
            bottoms[lane] = std::max(below, bottoms[lane] + line_height(style_of(events[i])));
            bottom = std::max(bottom, bottoms[lane]);
            bottoms[lane] += 2;
        }
        top = bottom + padding;
        first = end;
    }
    drawing.groups.push_back(std::move(lines));
    drawing.groups.push_back(std::move(heads));
    drawing.groups.push_back(std::move(marks));
    drawing.groups.push_back(std::move(labels));
    drawing.height = top + 2;
    return drawing;
}

Drawing draw_down(const std::vector<Event>& events, double width) {
    const double when_room = std::min(when_width(events), width * 0.3);
    const double line_x = when_room + 16;
    const double left = line_x + 16;
    Drawing drawing{width, 0};
    Group marks{"markers"};
    Group labels{"labels"};
    double top = 0;
    double last = 0;
    for (const Event& event : events) {
        const double middle = top + line_height(style_of(event)) / 2;
        marks.shapes.push_back(marker_of(event, {line_x, middle}));
        const std::string when = shorten(event.when, when_room, TextStyle::small);
        labels.shapes.push_back(Text{{when_room, middle + ascent(TextStyle::small) / 2 - 1},
                                     when,
                                     TextStyle::small,
                                     Anchor::end,
                                     "tick",
                                     when == event.when ? "" : event.when});
        const std::vector<std::string> lines = wrap(event.text, width - left, style_of(event), 6);
        last = middle;
        top = std::max(top + line_height(style_of(event)),
                       add_text_lines(labels, lines, {left, top}, style_of(event), Anchor::start, "",
                                      fits(event.text, width - left, style_of(event), 6) ? "" : event.text)) +
              8;
    }
    drawing.groups.push_back(
        {"axis", {Line{{line_x, line_height(TextStyle::label) / 2}, {line_x, last}, "baseline"}}});
    drawing.groups.push_back(std::move(marks));
    drawing.groups.push_back(std::move(labels));
    drawing.height = std::max(2.0, top - 4);
    return drawing;
}

}  // namespace

Drawing draw(const Timeline& chart, double width) {
    const std::vector<Event> events = by_day(chart);
    if (events.empty()) return {width, 2};
    if (has_lanes(chart, events, width)) return draw_lanes(chart, events, width);
    Drawing keyed{width, 0};
    std::vector<KeyEntry> key;
    for (const Lane& lane : chart.lanes)
        key.push_back({lane.name, lane.slot, KeyEntry::Sample::marker});
    const double top = add_key(keyed, key, 0);
    const Drawing drawing =
        moved(width < narrow_width ? draw_down(events, width) : draw_along(chart, events, width), 0, top);
    keyed.groups.insert(keyed.groups.end(), drawing.groups.begin(), drawing.groups.end());
    keyed.height = top + drawing.height;
    return keyed;
}

}  // namespace regioscope::chart
