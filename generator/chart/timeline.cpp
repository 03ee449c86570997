#include "chart/timeline.h"

#include <algorithm>
#include <cmath>

#include "chart/key.h"
#include "chart/label_space.h"
#include "chart/names.h"

namespace regioscope::chart {

namespace {

constexpr double marker_radius = 4.5;
constexpr double event_gap = 10;
constexpr double label_room = 180;  // right of the last moment, and at most for any label
constexpr double event_row_gap = 10;
constexpr double stretch_room = 7;  // the words of a programme stand below its line
constexpr std::size_t most_event_lines = 3;

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
    Placed placed{&event, wrap(event.text, label_room - event_gap, style_of(event), most_event_lines),
                  x(event.day), 0, 0};
    double widest = text_width(event.when, TextStyle::small);
    for (const std::string& line : placed.lines)
        widest = std::max(widest, text_width(line, style_of(event)));
    placed.right = std::max(lasts(event) ? x(event.end) : 0.0, placed.x + event_gap + widest);
    placed.height = line_height(TextStyle::small) +
                    static_cast<double>(placed.lines.size()) * line_height(style_of(event)) + event_row_gap +
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
    double axis_y = 6;  // the marker of a programme stands at the top of its row
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
                           {event.x + event_gap, top + (lasts(*event.event) ? stretch_room : 0)},
                           TextStyle::small, Anchor::start, "tick");
        add_text_lines(
            labels, event.lines, {event.x + event_gap, text_top}, style_of(*event.event), Anchor::start, "",
            fits(event.event->text, label_room - event_gap, style_of(*event.event), most_event_lines)
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

double when_width(const std::vector<Event>& events) {
    double widest = 0;
    for (const Event& event : events)
        widest = std::max(widest, text_width(event.when, TextStyle::small));
    return widest;
}

/// Names and figures of a lane stand in two rows, above and below its line.
constexpr double lane_height = 50;

/// The places of an event's words: above and below its line, to the right of its marker, then to the left.
std::vector<Text> places_in_lane(const Text& words, double x, double middle) {
    const double above = middle - marker_radius - 4;
    const double below = middle + marker_radius + 3 + ascent(words.style);
    std::vector<Text> places;
    for (const Anchor anchor : {Anchor::start, Anchor::end}) {
        for (const double baseline : {above, below}) {
            places.push_back(words);
            places.back().at = {anchor == Anchor::start ? x - marker_radius : x + marker_radius, baseline};
            places.back().anchor = anchor;
        }
    }
    return places;
}

/// The first and the last of a lane first: who began when is what lanes are compared by. Words that find no
/// room are a tip, and the list below the figure has them.
void add_words(Group& labels, const std::vector<const Event*>& events, const Linear& x, double middle,
               const Box& lane) {
    LabelSpace space(lane);
    std::vector<const Event*> order;
    if (!events.empty()) order.push_back(events.front());
    if (events.size() > 1) order.push_back(events.back());
    if (events.size() > 2) order.insert(order.end(), events.begin() + 1, events.end() - 1);
    for (const Event* const event : order) {
        const TextStyle style =
            event->emphasis == Emphasis::highlighted ? TextStyle::strong : TextStyle::small;
        const std::string whole = event->when + " " + event->text;
        for (const std::string& words : {whole, event == order.front() ? event->when : std::string()}) {
            if (words.empty()) continue;
            auto text = space.place(places_in_lane({{}, words, style}, x(event->day), middle));
            if (!text) continue;
            if (words != whole) text->tip = whole;
            labels.shapes.push_back(std::move(*text));
            break;
        }
    }
}

/// A lane each, under each other, on one scale of time.
Drawing draw_lanes(const Timeline& chart, const std::vector<Event>& events, double width) {
    constexpr double key_room = 18;
    constexpr double column_gap = 14;
    double widest = 0;
    for (const Lane& lane : chart.lanes)
        widest = std::max(widest, text_width(lane.name, TextStyle::strong));
    const double name_room = std::min(widest, width * 0.26);
    const double left = key_room + name_room + column_gap;
    Extent days;
    for (const Event& event : events) {
        days.add(event.day);
        if (lasts(event)) days.add(event.end);
    }
    const Linear x(days.domain(), {left + 8, width - 8});
    const double bottom = lane_height * static_cast<double>(chart.lanes.size());
    Drawing drawing{width, bottom + axis_below_height() + 2};
    Group grid{"grid"};
    Group heads{"names"};
    Group marks{"markers"};
    Group labels{"labels"};
    std::vector<std::string> names;
    std::vector<double> places;
    for (const PeriodTick& tick : period_ticks(days.domain(), (width - left) / 60)) {
        names.push_back(tick_text(chart.periods, tick));
        places.push_back(x(tick.day));
        grid.shapes.push_back(Line{{places.back(), 0}, {places.back(), bottom}, "gridline"});
    }
    for (std::size_t i = 0; i < chart.lanes.size(); ++i) {
        const Lane& lane = chart.lanes[i];
        const double top = lane_height * static_cast<double>(i);
        const double middle = top + lane_height / 2;
        grid.shapes.push_back(Line{{left, middle}, {width, middle}, "gridline zero"});
        marks.shapes.push_back(Marker{{marker_radius + 3, middle},
                                      marker_radius,
                                      marker_shape(lane.slot),
                                      joined("marker", class_of(lane.slot))});
        const std::vector<std::string> lines = wrap(lane.name, name_room, TextStyle::strong, 2);
        add_text_lines(
            heads, lines,
            {key_room, middle - static_cast<double>(lines.size()) * line_height(TextStyle::strong) / 2},
            TextStyle::strong, Anchor::start, "",
            fits(lane.name, name_room, TextStyle::strong, 2) ? "" : lane.name);
        std::vector<const Event*> own;
        for (const Event& event : events)
            if (std::min(event.lane, chart.lanes.size() - 1) == i) own.push_back(&event);
        for (const Event* const event : own) {
            if (lasts(*event))
                marks.shapes.push_back(Line{{x(event->day), middle},
                                            {x(event->end), middle},
                                            joined("stretch", class_of(event->slot))});
            marks.shapes.push_back(marker_of(*event, {x(event->day), middle}));
        }
        add_words(labels, own, x, middle, {left, top, width, top + lane_height});
    }
    drawing.groups.push_back(std::move(grid));
    add_names_below(drawing, names, places, {0, 0, width, bottom});
    drawing.groups.push_back(std::move(heads));
    drawing.groups.push_back(std::move(marks));
    drawing.groups.push_back(std::move(labels));
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
    if (chart.lanes.size() > 1 && width >= narrow_width) return draw_lanes(chart, events, width);
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
