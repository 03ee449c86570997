#include "chart/diverging_bar.h"

#include <algorithm>
#include <cmath>

#include "chart/bar_mark.h"
#include "chart/value_label.h"

namespace regioscope::chart {

namespace {

constexpr double diverging_row_height = 20;
constexpr double row_step = 28;
constexpr double name_gap = 8;

TextStyle style_of(const Bar& bar) {
    return bar.emphasis == Emphasis::highlighted ? TextStyle::strong : TextStyle::label;
}

bool points_left(const Bar& bar) {
    return bar.quantity.is_drawn() && bar.quantity.middle() < 0;
}

double farthest(const DivergingBarChart& chart) {
    double farthest = 0;
    for (const Bar& bar : chart.bars)
        if (bar.quantity.is_drawn())
            farthest = std::max({farthest, std::abs(bar.quantity.low), std::abs(bar.quantity.high)});
    return farthest == 0 ? 1 : farthest;
}

/// The same room for figures at both sides keeps the centre in the middle.
Linear scale_of(const DivergingBarChart& chart, double width) {
    double widest = 0;
    for (const Bar& bar : chart.bars)
        widest = std::max(widest, text_width(bar.quantity.text, style_of(bar)) + value_gap + 5);
    const double room = std::min(widest, width / 5);
    return Linear({-farthest(chart), farthest(chart)}, {room, width - room});
}

/// The centre's name in the middle of the top row, what the sides mean in the row below.
double add_header(Drawing& drawing, const DivergingBarChart& chart, double top) {
    Group group{"header"};
    const double middle = drawing.width / 2;
    if (!chart.centre.empty())
        top = add_text_lines(group, wrap(chart.centre, drawing.width, TextStyle::small, 2), {middle, top},
                             TextStyle::small, Anchor::middle, "reference-name");
    if (!chart.below.empty() || !chart.above.empty()) {
        const double room = middle - 2 * name_gap;
        const auto arrowed = [&](const std::string& before, const std::string& text,
                                 const std::string& after) {
            return text.empty() ? std::string() : before + shorten(text, room - 20, TextStyle::small) + after;
        };
        const double baseline = top + ascent(TextStyle::small);
        group.shapes.push_back(Text{{middle - name_gap, baseline},
                                    arrowed("← ", chart.below, ""),
                                    TextStyle::small,
                                    Anchor::end,
                                    "tick"});
        group.shapes.push_back(Text{{middle + name_gap, baseline},
                                    arrowed("", chart.above, " →"),
                                    TextStyle::small,
                                    Anchor::start,
                                    "tick"});
        top += line_height(TextStyle::small);
    }
    drawing.groups.push_back(std::move(group));
    return top + 4;
}

/// Opposite the bar, so that bar and name never meet.
void add_name(Group& group, const Bar& bar, double centre, double middle) {
    const bool at_right = points_left(bar);
    const double room = centre - name_gap;
    const std::vector<std::string> lines = wrap(bar.name, room, style_of(bar), 2);
    const double height = static_cast<double>(lines.size()) * line_height(style_of(bar));
    add_text_lines(group, lines, {centre + (at_right ? name_gap : -name_gap), middle - height / 2 + 1},
                   style_of(bar), at_right ? Anchor::start : Anchor::end, "",
                   fits(bar.name, room, style_of(bar), 2) ? "" : bar.name);
}

double height_of(const Bar& bar, double width) {
    const std::size_t lines = wrap(bar.name, width / 2 - name_gap, style_of(bar), 2).size();
    return std::max(row_step, static_cast<double>(lines) * line_height(style_of(bar)) + 6);
}

}  // namespace

Drawing draw(const DivergingBarChart& chart, double width) {
    Drawing drawing{width, 0};
    add_axis_title(drawing, chart.axis);
    const double top = add_header(drawing, chart, axis_title_height(chart.axis));
    const Linear x = scale_of(chart, width);
    const double centre = x(0);

    Group bars{"bars"};
    Group names{"names"};
    Group values{"values"};
    double y = top;
    for (const Bar& bar : chart.bars) {
        const double height = height_of(bar, width);
        const double middle = y + height / 2;
        BarMark mark{bar.quantity,
                     bar.slot,
                     bar.emphasis,
                     bar.name,
                     middle - diverging_row_height / 2,
                     middle + diverging_row_height / 2};
        if (bar.quantity.is_drawn()) {
            add_bar(bars, mark, x, Orientation::lying);
        } else {  // the name keeps the left half, the hatch takes the right one
            add_bar(bars, mark, Linear({0, x.domain().high}, {centre, x.range().end}), Orientation::lying);
        }
        add_name(names, bar, centre, middle);
        values.shapes.push_back(value_beside({bar.quantity, style_of(bar)}, x, middle, width));
        y += height;
    }
    drawing.groups.push_back(std::move(bars));
    drawing.groups.push_back({"axis", {Line{{centre, top}, {centre, y}, "baseline"}}});
    drawing.groups.push_back(std::move(names));
    drawing.groups.push_back(std::move(values));
    drawing.height = y + 2;
    return drawing;
}

}  // namespace regioscope::chart
