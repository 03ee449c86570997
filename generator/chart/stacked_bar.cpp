#include "chart/stacked_bar.h"

#include <algorithm>

#include "chart/bar_mark.h"
#include "chart/key.h"
#include "chart/names.h"
#include "chart/scale/colour.h"
#include "chart/value_label.h"

namespace regioscope::chart {

namespace {

constexpr double bar_height = 24;

// ---- what the parts look like, in which order

struct Part {
    std::size_t index;  // in the chart's list
    Slot slot;
};

/// The named parts first, from the base line; else the chart's own order and colours.
std::vector<Part> parts_in_order(const StackedBarChart& chart) {
    std::vector<Part> named;
    std::vector<Part> rest;
    for (std::size_t i = 0; i < chart.parts.size(); ++i) {
        if (chart.parts[i].emphasis == Emphasis::highlighted)
            named.push_back({i, Slot::named(static_cast<int>(named.size()) + 1)});
        else
            rest.push_back({i, Slot::rest(static_cast<int>(rest.size()) + 1)});
    }
    if (named.empty())
        for (Part& part : rest)
            part.slot = chart.parts[part.index].slot;
    named.insert(named.end(), rest.begin(), rest.end());
    return named;
}

const Quantity* quantity_of(const StackedRow& row, const Part& part) {
    return part.index < row.parts.size() ? &row.parts[part.index] : nullptr;
}

// ---- lengths

/// A part as long as it will be drawn, in the axis' numbers.
double length_of(const Quantity& part) {
    return part.is_drawn() ? part.middle() : 0;
}

/// Both sides of zero, and what of the whole a missing part leaves open.
struct Stack {
    double below = 0;
    double above = 0;
    double whole = 0;
    bool has_missing = false;
};

Stack stack_of(const StackedBarChart& chart, const StackedRow& row) {
    Stack stack;
    for (std::size_t i = 0; i < std::min(chart.parts.size(), row.parts.size()); ++i) {
        const double length = length_of(row.parts[i]);
        (length < 0 ? stack.below : stack.above) += length;
        stack.has_missing = stack.has_missing || !row.parts[i].is_drawn();
    }
    stack.whole = stack.above;
    // Printed parts are rounded: a whole that differs a little from their sum leaves no gap. Only a missing
    // part does.
    if (stack.has_missing && row.whole && is_drawable(*row.whole))
        stack.whole = std::max(stack.above, *row.whole);
    return stack;
}

bool is_share(const StackedBarChart& chart) {
    return chart.length == StackedBarChart::Length::share;
}

Linear scale_of(const StackedBarChart& chart, Range range) {
    if (is_share(chart)) return Linear({0, 1}, range);
    Extent extent;
    for (const StackedRow& row : chart.rows) {
        if (!row.instead.empty()) continue;
        extent.add(stack_of(chart, row).whole);
        extent.add(stack_of(chart, row).below);
    }
    return Linear(extent.domain_from_zero(), range);
}

/// A row's own measure: shares are of its whole.
double unit_of(const StackedBarChart& chart, const Stack& stack) {
    return is_share(chart) && stack.whole > 0 ? stack.whole : 1;
}

/// Where a row ends on the scale. Nothing known at all: the row could be anything.
double end_of(const StackedBarChart& chart, const Stack& stack, const Linear& x) {
    if (stack.whole == 0) return stack.has_missing ? x.domain().high : 0;
    return stack.whole / unit_of(chart, stack);
}

/// The stretch of each part on the scale, in drawing order.
std::vector<Range> stretches_of(const StackedBarChart& chart, const StackedRow& row,
                                const std::vector<Part>& parts, const Linear& x) {
    const double unit = unit_of(chart, stack_of(chart, row));
    double below = 0;
    double above = 0;
    std::vector<Range> stretches;
    for (const Part& part : parts) {
        const Quantity* const quantity = quantity_of(row, part);
        double length = quantity == nullptr ? 0 : length_of(*quantity) / unit;
        if (is_share(chart)) length = std::max(0.0, length);
        double& from = length < 0 ? below : above;
        stretches.push_back({x(std::min(from, from + length)), x(std::max(from, from + length))});
        from += length;
    }
    return stretches;
}

// ---- marks

Text text_in(const Box& box, std::string text, std::string classes) {
    return {{(box.left + box.right) / 2, (box.top + box.bottom) / 2 + ascent(TextStyle::small) / 2 - 0.5},
            std::move(text),
            TextStyle::small,
            Anchor::middle,
            std::move(classes)};
}

void add_part(Group& bars, Group& values, const std::string& name, const Quantity& quantity, Slot slot,
              const Box& box) {
    const std::string part_class = class_of(slot);
    Rect rect{box, joined("bar part", part_class), tip_of(name, quantity)};
    const bool is_open = quantity.kind != Quantity::Kind::point;
    const bool is_hatched = !is_open && is_unsettled(quantity.status);
    if (is_hatched) rect.hatch = part_class;
    if (is_open) rect.classes += " open";
    rect.remark = quantity.remark;
    bars.shapes.push_back(std::move(rect));
    if (!is_open && quantity.status == Status::reserved && box.width() > 8)
        bars.shapes.push_back(Rect{grown(box, -2), joined("doubt", ink_on(part_class))});
    const std::string ink = is_open      ? "value"
                            : is_hatched ? "value on-hatch"
                                         : joined("value inside", ink_on(part_class));
    Text value = text_in(box, quantity.text, ink);
    if (text_width(value.text, value.style) + 6 <= box.width()) values.shapes.push_back(std::move(value));
}

/// What is not covered because a part is missing, with its sign.
void add_rest(Group& bars, Group& values, const StackedRow& row, const Box& box) {
    const auto missing =
        std::find_if(row.parts.begin(), row.parts.end(), [](const Quantity& p) { return !p.is_drawn(); });
    bars.shapes.push_back(Rect{box, "bar missing", tip_of(row.name, *missing), "missing"});
    Text sign{{box.left + value_gap, (box.top + box.bottom) / 2 + ascent(TextStyle::small) / 2 - 0.5},
              missing->text,
              TextStyle::small,
              Anchor::start,
              "value no-data"};
    if (text_width(sign.text, sign.style) + 2 * value_gap <= box.width())
        values.shapes.push_back(std::move(sign));
}

/// What is missing of a whole that is not known either, so that no rest of it can be drawn.
std::string missing_words(const StackedBarChart& chart, const StackedRow& row) {
    std::string words;
    for (std::size_t i = 0; i < std::min(chart.parts.size(), row.parts.size()); ++i)
        if (!row.parts[i].is_drawn())
            words += (words.empty() ? "" : "; ") + tip_of(chart.parts[i].name, row.parts[i]);
    return words;
}

/// Room for them behind the bars.
double missing_room(const StackedBarChart& chart, double width) {
    double room = 0;
    for (const StackedRow& row : chart.rows) {
        const Stack stack = stack_of(chart, row);
        if (stack.has_missing && row.instead.empty() && stack.whole == stack.above && stack.whole > 0)
            room = std::max(room, value_gap + text_width(missing_words(chart, row), TextStyle::small));
    }
    return std::min(room, width / 3);
}

/// The words in place of the parts: over a hatch when something is unknown, else alone.
void add_instead(Group& bars, Group& values, const StackedRow& row, const Stack& stack, const Linear& x,
                 double top) {
    const double left = x(0);
    const Box box{left, top, x.range().end, top + bar_height};
    const bool is_zero = !stack.has_missing && stack.above == 0 && stack.below == 0;
    const std::string words = shorten(row.instead, box.width() - 2 * value_gap, TextStyle::small);
    if (!is_zero) bars.shapes.push_back(Rect{box, "bar missing", row.name + ": " + row.instead, "missing"});
    values.shapes.push_back(
        Text{{left + value_gap, top + bar_height / 2 + ascent(TextStyle::small) / 2 - 0.5},
             words,
             TextStyle::small,
             Anchor::start,
             is_zero ? "value" : "value no-data on-hatch",
             words == row.instead ? "" : row.instead});
}

void add_row(Group& bars, Group& outlines, Group& values, const StackedBarChart& chart, const StackedRow& row,
             const std::vector<Part>& parts, const Linear& x, double width, double top) {
    const Stack stack = stack_of(chart, row);
    if (!row.instead.empty()) return add_instead(bars, values, row, stack, x, top);
    const std::vector<Range> stretches = stretches_of(chart, row, parts, x);
    double left = x(0);
    double right = x(0);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        left = std::min(left, stretches[i].start);
        right = std::max(right, stretches[i].end);
        if (stretches[i].end <= stretches[i].start) continue;
        add_part(bars, values, row.name + ", " + chart.parts[parts[i].index].name,
                 *quantity_of(row, parts[i]), parts[i].slot,
                 {stretches[i].start, top, stretches[i].end, top + bar_height});
    }
    const double end = x(end_of(chart, stack, x));
    if (stack.has_missing && end > right + 0.01) {
        add_rest(bars, values, row, {right, top, end, top + bar_height});
    } else if (stack.has_missing) {
        const std::string words = missing_words(chart, row);
        const std::string shown = shorten(words, width - right - value_gap, TextStyle::small);
        values.shapes.push_back(
            Text{{right + value_gap, top + bar_height / 2 + ascent(TextStyle::small) / 2 - 0.5},
                 shown,
                 TextStyle::small,
                 Anchor::start,
                 "value no-data",
                 shown == words ? "" : words});
    }
    // The palest part ends somewhere too.
    if (right > left) outlines.shapes.push_back(Rect{{left, top, right, top + bar_height}, "outline"});
}

// ---- the key

/// The parts' names over the first bar whose parts can all be seen, when it is the first of all; else a key.
double add_names(Drawing& drawing, const StackedBarChart& chart, const std::vector<Part>& parts,
                 const Linear& x, Range room, double top) {
    std::vector<KeyEntry> entries;
    for (const Part& part : parts)
        entries.push_back({chart.parts[part.index].name, part.slot});
    if (!chart.rows.empty() && chart.rows.front().instead.empty() && drawing.width >= narrow_width) {
        const std::vector<Range> stretches = stretches_of(chart, chart.rows.front(), parts, x);
        const bool all_seen = std::all_of(stretches.begin(), stretches.end(), [](const Range& stretch) {
            return stretch.end - stretch.start >= 3;
        });
        if (all_seen)
            if (const auto bottom = add_names_over(drawing, entries, stretches, room, top)) return *bottom;
    }
    return add_key(drawing, entries, top);
}

}  // namespace

Drawing draw(const StackedBarChart& chart, double width) {
    Drawing drawing{width, 0};
    const std::vector<Part> parts = parts_in_order(chart);

    std::vector<RowName> names;
    for (const StackedRow& row : chart.rows)
        names.push_back({row.name, Slot::context(), row.emphasis});
    const double left = Rows(names, width, 0, bar_height).left();
    const Linear x = scale_of(chart, {left, width - missing_room(chart, width - left)});
    const double top = add_names(drawing, chart, parts, x, {left, width}, 0);
    const Rows rows(names, width, top, bar_height);

    Group bars{"bars"};
    Group outlines{"outlines"};
    Group values{"values"};
    for (std::size_t i = 0; i < chart.rows.size(); ++i)
        add_row(bars, outlines, values, chart, chart.rows[i], parts, x, width, rows.mark_top(i));
    drawing.groups.push_back(std::move(bars));
    drawing.groups.push_back(std::move(outlines));
    if (x.domain().low < 0)
        drawing.groups.push_back({"axis", {Line{{x(0), top}, {x(0), rows.bottom()}, "baseline"}}});
    drawing.groups.push_back(rows.names());
    drawing.groups.push_back(std::move(values));
    drawing.height = rows.bottom() + 2;
    return drawing;
}

}  // namespace regioscope::chart
