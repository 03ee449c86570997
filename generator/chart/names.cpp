#include "chart/names.h"

#include <algorithm>

#include "chart/axis.h"

namespace regioscope::chart {

namespace {

constexpr double key_room = 16;    // for the marker before a name
constexpr double column_gap = 12;  // between the names and the marks
constexpr double row_gap = 8;

TextStyle style_of(const RowName& name) {
    return name.emphasis == Emphasis::highlighted ? TextStyle::strong : TextStyle::label;
}

}  // namespace

Rows::Rows(std::vector<RowName> names, double width, double top, double mark_height)
    : names_(std::move(names)), width_(width), mark_height_(mark_height), above_(width < narrow_width) {
    if (!above_) {
        double widest = 0;
        for (const RowName& name : names_)
            widest = std::max(widest, text_width(name.text, style_of(name)) + key_width(name));
        left_ = std::min(widest, width * 0.36) + column_gap;
    }
    double y = top;
    for (const RowName& name : names_) {
        const double text_height = static_cast<double>(lines_of(name).size()) * line_height(style_of(name));
        if (above_) {
            tops_.push_back(y + text_height + 1);
            y = tops_.back() + mark_height + row_gap + 4;
        } else {
            const double height = std::max(mark_height, text_height);
            tops_.push_back(y + (height - mark_height) / 2);
            y += height + row_gap;
        }
    }
    bottom_ = names_.empty() ? top : y - row_gap;
}

double Rows::key_width(const RowName& name) const {
    return name.emphasis == Emphasis::quiet && has_own_marker(name.slot) ? key_room : 0;
}

std::vector<std::string> Rows::lines_of(const RowName& name) const {
    const double room = (above_ ? width_ : left_ - column_gap) - key_width(name);
    return wrap(name.text, room, style_of(name), 2);
}

Group Rows::names() const {
    Group group{"names"};
    for (std::size_t row = 0; row < names_.size(); ++row) {
        const RowName& name = names_[row];
        const std::vector<std::string> lines = lines_of(name);
        const double height = static_cast<double>(lines.size()) * line_height(style_of(name));
        const double top = above_ ? tops_[row] - 1 - height : mark_middle(row) - height / 2 + 1;
        const double room = (above_ ? width_ : left_ - column_gap) - key_width(name);
        add_text_lines(group, lines, {key_width(name), top}, style_of(name), Anchor::start, "",
                       fits(name.text, room, style_of(name), 2) ? "" : name.text);
        if (key_width(name) > 0)
            group.shapes.push_back(
                Marker{{5.5, lines.empty() ? mark_middle(row) : top + line_height(style_of(name)) / 2 - 1},
                       4,
                       marker_shape(name.slot),
                       joined("marker", class_of(name.slot))});
    }
    return group;
}

}  // namespace regioscope::chart
