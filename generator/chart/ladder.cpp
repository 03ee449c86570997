#include "chart/ladder.h"

#include <algorithm>

#include "chart/axis.h"
#include "chart/names.h"
#include "chart/point_mark.h"

namespace regioscope::chart {

namespace {

constexpr double cell_padding = 6;
constexpr double item_key_room = 15;
constexpr double least_height = 34;

TextStyle style_of(const LadderItem& item) {
    return item.emphasis == Emphasis::highlighted ? TextStyle::strong : TextStyle::label;
}

std::vector<std::string> lines_of(const LadderItem& item, double cell_width) {
    return wrap(item.name, cell_width - 2 * cell_padding - item_key_room, style_of(item), 3);
}

struct PlacedItem {
    const LadderItem* item;
    Point at;  // from the rung's corner inside its padding
};

struct PlacedItems {
    std::vector<PlacedItem> items;
    double height = 0;
};

/// The items of a rung stand beside each other as words do, in as many lines as they need.
PlacedItems items_of(const Ladder& chart, std::size_t rung, double cell_width) {
    constexpr double item_gap = 14;
    constexpr double line_gap = 3;
    const double room = cell_width - 2 * cell_padding;
    PlacedItems placed;
    Point next{0, 0};
    for (const LadderItem& item : chart.items) {
        if (item.rung != rung) continue;
        const std::vector<std::string> lines = lines_of(item, cell_width);
        double width = item_key_room;
        for (const std::string& line : lines)
            width = std::max(width, item_key_room + text_width(line, style_of(item)));
        if (next.x > 0 && next.x + width > room) next = {0, placed.height};
        placed.items.push_back({&item, next});
        const double height =
            static_cast<double>(std::max<std::size_t>(1, lines.size())) * line_height(style_of(item));
        placed.height = std::max(placed.height, next.y + height + line_gap);
        next.x += width + item_gap;
    }
    return placed;
}

double rung_height(const Ladder& chart, std::size_t rung, double cell_width) {
    return std::max(least_height, 2 * cell_padding + items_of(chart, rung, cell_width).height);
}

void add_item(Group& markers, Group& labels, const LadderItem& item, Point top_left, double cell_width) {
    const double middle = top_left.y + line_height(style_of(item)) / 2;
    PointMark mark{Quantity::point(0, "", item.status), item.slot, item.emphasis, item.name, 4.5};
    markers.shapes.push_back(marker_of(mark, {top_left.x + 5, middle}));
    const double room = cell_width - 2 * cell_padding - item_key_room;
    add_text_lines(labels, lines_of(item, cell_width), {top_left.x + item_key_room, top_left.y},
                   style_of(item), Anchor::start, "",
                   fits(item.name, room, style_of(item), 3) ? "" : item.name);
}

struct Grid {
    double left;  // where the items begin; a narrow ladder has its rungs' names above them
    double name_width;
    double name_height;  // above the items of a rung
    double item_width;
    double top;
    std::vector<double> rung_tops;  // by rung, from the lowest
    std::vector<double> rung_heights;
    double bottom;
};

Grid grid_of(const Ladder& chart, double width, double top) {
    double widest = 0;
    for (const std::string& rung : chart.rungs)
        widest = std::max(widest, text_width(rung, TextStyle::label));
    const bool above = width < narrow_width;
    const double left = above ? 0 : std::min(widest + 12, width * 0.26);
    Grid grid{left,
              above ? width : left - 8,
              above ? line_height(TextStyle::label) + 2 : 0,
              width - left,
              top,
              std::vector<double>(chart.rungs.size()),
              std::vector<double>(chart.rungs.size()),
              top};
    for (std::size_t rung = chart.rungs.size(); rung-- > 0;) {
        const std::size_t lines =
            wrap(chart.rungs[rung], grid.name_width, TextStyle::label, above ? 1 : 4).size();
        const double name_height =
            static_cast<double>(lines) * line_height(TextStyle::label) + 2 * cell_padding;
        grid.rung_tops[rung] = grid.bottom;
        grid.rung_heights[rung] =
            std::max(rung_height(chart, rung, grid.item_width) + grid.name_height, above ? 0 : name_height);
        grid.bottom += grid.rung_heights[rung];
    }
    return grid;
}

/// A line under each rung, one before the items, the names of the rungs.
void add_grid(Drawing& drawing, const Ladder& chart, const Grid& grid) {
    Group lines{"grid"};
    Group names{"names"};
    const std::size_t most_lines = grid.left == 0 ? 1 : 4;
    for (std::size_t rung = 0; rung < chart.rungs.size(); ++rung) {
        const double bottom = grid.rung_tops[rung] + grid.rung_heights[rung];
        lines.shapes.push_back(
            Line{{0, bottom}, {drawing.width, bottom}, rung == 0 ? "baseline" : "gridline"});
        const std::vector<std::string> words =
            wrap(chart.rungs[rung], grid.name_width, TextStyle::label, most_lines);
        add_text_lines(
            names, words, {0, grid.rung_tops[rung] + (most_lines == 1 ? 4 : cell_padding)}, TextStyle::label,
            Anchor::start, "soft",
            fits(chart.rungs[rung], grid.name_width, TextStyle::label, most_lines) ? "" : chart.rungs[rung]);
    }
    if (grid.left > 0)
        lines.shapes.push_back(Line{{grid.left, grid.top}, {grid.left, grid.bottom}, "gridline"});
    drawing.groups.push_back(std::move(lines));
    drawing.groups.push_back(std::move(names));
}

}  // namespace

Drawing draw(const Ladder& chart, double width) {
    if (chart.rungs.empty()) return {width, 2};
    const bool has_rung_title = !chart.rung_title.empty();
    const double top = has_rung_title ? line_height(TextStyle::small) + 4 : 0;
    const Grid grid = grid_of(chart, width, top);
    Drawing drawing{width, 0};
    add_grid(drawing, chart, grid);

    Group markers{"markers"};
    Group labels{"labels"};
    for (std::size_t rung = 0; rung < chart.rungs.size(); ++rung) {
        const double items_top = grid.rung_tops[rung] + grid.name_height + cell_padding;
        for (const PlacedItem& placed : items_of(chart, rung, grid.item_width).items)
            add_item(markers, labels, *placed.item,
                     {grid.left + cell_padding + placed.at.x, items_top + placed.at.y}, grid.item_width);
    }
    drawing.groups.push_back(std::move(markers));
    drawing.groups.push_back(std::move(labels));

    Group titles{"axis"};
    if (has_rung_title)
        add_text_lines(titles, {shorten("↑ " + chart.rung_title, width, TextStyle::small)}, {0, 0},
                       TextStyle::small, Anchor::start, "axis-title");
    drawing.groups.push_back(std::move(titles));
    drawing.height = grid.bottom + 6;
    return drawing;
}

}  // namespace regioscope::chart
