#include "chart/heatmap.h"

#include <algorithm>

#include "chart/axis.h"
#include "chart/bar_mark.h"
#include "chart/names.h"
#include "chart/scale/band.h"
#include "chart/scale/colour.h"

namespace regioscope::chart {

namespace {

constexpr double cell_height = 28;

Sequential colours_of(const HeatmapRow& row) {
    Extent extent;
    for (const Quantity& cell : row.cells)
        add_to(extent, cell);
    return Sequential(extent.domain());
}

/// The names of columns: above their cells, or, where one would be cut, in two rows in turn, so that each has
/// the room of its neighbours too.
struct Head {
    bool is_staggered = false;
    std::vector<std::vector<std::string>> lines;
    double upper_height = 0;
    double lower_height = 0;  // only when staggered

    bool is_lower(std::size_t column) const { return is_staggered && column % 2 == 1; }
    double height() const { return upper_height + lower_height == 0 ? 0 : upper_height + lower_height + 4; }
};

Head head_of(const Heatmap& chart, const Band& band) {
    Head head;
    head.is_staggered = !std::all_of(
        chart.columns.begin(), chart.columns.end(),
        [&](const std::string& name) { return fits(name, band.step() - 4, TextStyle::small, 3); });
    for (std::size_t i = 0; i < chart.columns.size(); ++i) {
        const bool at_edge = i == 0 || i + 1 == chart.columns.size();
        const double share = !head.is_staggered ? 1 : at_edge ? 1.5 : 2;
        const double whole = band.step() * static_cast<double>(chart.columns.size());
        const double room = std::min(band.step() * share, whole) - 4;
        head.lines.push_back(wrap(chart.columns[i], room, TextStyle::small, head.is_staggered ? 2 : 3));
        double& row = head.is_lower(i) ? head.lower_height : head.upper_height;
        row = std::max(row, static_cast<double>(head.lines[i].size()) * line_height(TextStyle::small));
    }
    return head;
}

void add_head(Drawing& drawing, const Heatmap& chart, const Band& band, const Head& head) {
    Group group{"head"};
    for (std::size_t i = 0; i < chart.columns.size(); ++i) {
        const std::vector<std::string>& lines = head.lines[i];
        double half = 0;
        std::string shown;
        for (const std::string& line : lines) {
            half = std::max(half, text_width(line, TextStyle::small) / 2);
            shown += line;
        }
        const double x = std::max(band(0) + half, std::min(band.centre(i), drawing.width - half));
        const double bottom = head.upper_height + (head.is_lower(i) ? head.lower_height : 0);
        const double top = bottom - static_cast<double>(lines.size()) * line_height(TextStyle::small);
        add_text_lines(group, lines, {x, top}, TextStyle::small, Anchor::middle, "tick",
                       shown.find("…") == std::string::npos ? "" : chart.columns[i]);
    }
    drawing.groups.push_back(std::move(group));
}

void add_cell(Group& cells, Group& values, const Quantity& quantity, const Sequential& colours,
              const std::string& name, const Box& box) {
    const std::string colour = quantity.is_drawn() ? colours(quantity.middle()) : "missing";
    cells.shapes.push_back(
        Rect{box, joined("cell", colour), tip_of(name, quantity), quantity.is_drawn() ? "" : "missing"});
    const std::string text = shorten(quantity.text, box.width() - 4, TextStyle::small);
    const bool is_marked = quantity.is_drawn() && quantity.status != Status::firm;
    values.shapes.push_back(
        Text{{(box.left + box.right) / 2, (box.top + box.bottom) / 2 + ascent(TextStyle::small) / 2 - 0.5},
             text,
             TextStyle::small,
             Anchor::middle,
             quantity.is_drawn() ? joined("value inside", ink_on(colour)) : "value no-data",
             text == quantity.text ? "" : quantity.text});
    if (is_marked) cells.shapes.push_back(Rect{grown(box, -2), joined("doubt", ink_on(colour))});
}

}  // namespace

Drawing draw(const Heatmap& chart, double width) {
    std::vector<RowName> names;
    for (const HeatmapRow& row : chart.rows)
        names.push_back({row.name});
    const double left = Rows(names, width, 0, cell_height).left();
    const Band band(chart.columns.size(), {left, width}, {0.02, 0});
    Drawing drawing{width, 0};
    const Head head = head_of(chart, band);
    add_head(drawing, chart, band, head);
    const Rows rows(names, width, head.height(), cell_height);

    Group cells{"cells"};
    Group values{"values"};
    for (std::size_t i = 0; i < chart.rows.size(); ++i) {
        const HeatmapRow& row = chart.rows[i];
        const Sequential colours = colours_of(row);
        for (std::size_t column = 0; column < std::min(chart.columns.size(), row.cells.size()); ++column)
            add_cell(cells, values, row.cells[column], colours, row.name + ", " + chart.columns[column],
                     {band(column), rows.mark_top(i), band(column) + band.width(), rows.mark_bottom(i)});
    }
    drawing.groups.push_back(std::move(cells));
    drawing.groups.push_back(rows.names());
    drawing.groups.push_back(std::move(values));
    drawing.height = rows.bottom() + 2;
    return drawing;
}

}  // namespace regioscope::chart
