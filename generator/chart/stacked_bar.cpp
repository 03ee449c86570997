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

/// A part as long as it will be drawn, in the axis' numbers.
double length_of(const Quantity& part) {
    return part.is_drawn() ? std::max(0.0, part.middle()) : 0;
}

struct Stack {
    double sum = 0;
    double whole = 0;
    bool has_missing = false;
};

Stack stack_of(const StackedBarChart& chart, const StackedRow& row) {
    Stack stack;
    for (std::size_t i = 0; i < std::min(chart.parts.size(), row.parts.size()); ++i) {
        stack.sum += length_of(row.parts[i]);
        stack.has_missing = stack.has_missing || !row.parts[i].is_drawn();
    }
    stack.whole = stack.sum;
    // Printed parts are rounded: a whole that differs a little from their sum leaves no gap. Only a missing
    // part does.
    if (stack.has_missing && row.whole && is_drawable(*row.whole))
        stack.whole = std::max(stack.sum, *row.whole);
    return stack;
}

Linear scale_of(const StackedBarChart& chart, Range range) {
    if (chart.length == StackedBarChart::Length::share) return Linear({0, 1}, range);
    Extent extent;
    for (const StackedRow& row : chart.rows)
        extent.add(stack_of(chart, row).whole);
    return Linear(extent.domain_from_zero(), range);
}

/// Where a row ends on the scale. Nothing known at all: the row could be anything.
double end_of(const StackedBarChart& chart, const Stack& stack, const Linear& x) {
    if (stack.whole == 0) return stack.has_missing ? x.domain().high : 0;
    return chart.length == StackedBarChart::Length::share ? 1 : stack.whole;
}

void add_part(Group& bars, Group& values, const StackedBarChart& chart, const StackedRow& row, std::size_t i,
              const Box& box) {
    const PartName& part = chart.parts[i];
    const Quantity& quantity = row.parts[i];
    const std::string part_class = class_of(part.slot);
    Rect rect{box, joined("bar part", part_class), row.name + ", " + tip_of(part.name, quantity)};
    const bool is_doubtful = quantity.status != Status::firm;
    if (is_doubtful) rect.hatch = part_class;
    rect.remark = quantity.remark;
    bars.shapes.push_back(std::move(rect));
    Text value{{(box.left + box.right) / 2, (box.top + box.bottom) / 2 + ascent(TextStyle::small) / 2 - 0.5},
               quantity.text,
               TextStyle::small,
               Anchor::middle,
               is_doubtful ? "value on-hatch" : joined("value inside", ink_on(part_class))};
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

void add_row(Group& bars, Group& values, const StackedBarChart& chart, const StackedRow& row, const Linear& x,
             double top) {
    const Stack stack = stack_of(chart, row);
    const bool is_share = chart.length == StackedBarChart::Length::share && stack.whole > 0;
    const double whole = is_share ? stack.whole : 1;
    double from = 0;
    for (std::size_t i = 0; i < std::min(chart.parts.size(), row.parts.size()); ++i) {
        const double to = from + length_of(row.parts[i]) / whole;
        if (to > from) add_part(bars, values, chart, row, i, {x(from), top, x(to), top + bar_height});
        from = to;
    }
    const double end = end_of(chart, stack, x);
    if (stack.has_missing && end > from * (1 + 1e-9))
        add_rest(bars, values, row, {x(from), top, x(end), top + bar_height});
}

}  // namespace

Drawing draw(const StackedBarChart& chart, double width) {
    Drawing drawing{width, 0};
    std::vector<KeyEntry> key;
    for (const PartName& part : chart.parts)
        key.push_back({part.name, part.slot});
    const double top = add_key(drawing, key, 0);

    std::vector<RowName> names;
    for (const StackedRow& row : chart.rows)
        names.push_back({row.name, Slot::context(), row.emphasis});
    const Rows rows(names, width, top, bar_height);
    const Linear x = scale_of(chart, {rows.left(), width});

    Group bars{"bars"};
    Group values{"values"};
    for (std::size_t i = 0; i < chart.rows.size(); ++i)
        add_row(bars, values, chart, chart.rows[i], x, rows.mark_top(i));
    drawing.groups.push_back(std::move(bars));
    rows.add_names(drawing);
    drawing.groups.push_back(std::move(values));
    drawing.height = rows.bottom() + 2;
    return drawing;
}

}  // namespace regioscope::chart
