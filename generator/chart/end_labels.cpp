#include "chart/end_labels.h"

#include <algorithm>
#include <cmath>

#include "chart/axis.h"
#include "chart/spread.h"

namespace regioscope::chart {

namespace {

constexpr double leader_room = 14;   // from the plot to the labels; leaders run here
constexpr double end_key_room = 13;  // for the marker before a name
constexpr std::size_t most_label_lines = 3;

TextStyle style_of(const EndLabel& label) {
    return label.emphasis == Emphasis::highlighted ? TextStyle::strong : TextStyle::label;
}

std::string text_of(const EndLabel& label) {
    return label.value.empty() ? label.name : label.name + " " + label.value;
}

double widest_label(double width) {
    return width * (width < 480 ? 0.32 : 0.26);
}

double key_width(const EndLabel& label) {
    return has_own_marker(label.slot) && !label.name.empty() && label.is_of_line ? end_key_room : 0;
}

std::vector<std::string> lines_of(const EndLabel& label, double room) {
    return wrap(text_of(label), room - key_width(label), style_of(label), most_label_lines);
}

std::string classes_of(const EndLabel& label) {
    const bool stands_back = label.emphasis == Emphasis::quiet || !label.is_of_line;
    return stands_back ? "soft" : "";
}

double height_of(const EndLabel& label, double room) {
    return static_cast<double>(lines_of(label, room).size()) * line_height(style_of(label)) + 1;
}

}  // namespace

double end_labels_width(const std::vector<EndLabel>& labels, double width) {
    double widest = 0;
    for (const EndLabel& label : labels)
        for (const std::string& line : lines_of(label, widest_label(width)))
            widest = std::max(widest, text_width(line, style_of(label)) + key_width(label));
    return widest == 0 ? 0 : widest + leader_room;
}

double end_labels_height(const std::vector<EndLabel>& labels, double width) {
    double height = 0;
    for (const EndLabel& label : labels)
        height += height_of(label, widest_label(width));
    return height;
}

void add_end_labels(Drawing& drawing, const std::vector<EndLabel>& labels, const std::vector<Point>& ends,
                    double right, Range bounds) {
    const double room = std::min(widest_label(drawing.width), drawing.width - right - leader_room);
    std::vector<Wish> wishes;
    for (std::size_t i = 0; i < labels.size(); ++i)
        wishes.push_back({ends[i].y, height_of(labels[i], room)});
    const std::vector<double> centres = spread(wishes, bounds);
    Group leaders{"leaders"};
    Group keys{"keys"};
    Group texts{"labels"};
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const EndLabel& label = labels[i];
        const double left = right + leader_room;
        const double top = centres[i] - wishes[i].size / 2 + 0.5;
        if (std::abs(centres[i] - ends[i].y) > 4)
            leaders.shapes.push_back(Path{{{{right - 2, ends[i].y}, {left - 3, centres[i]}}}, "leader"});
        if (key_width(label) > 0)
            keys.shapes.push_back(Marker{{left + 4, top + line_height(style_of(label)) / 2 - 1},
                                         4,
                                         marker_shape(label.slot),
                                         joined("marker", class_of(label.slot)) +
                                             (label.emphasis == Emphasis::quiet ? " quiet" : "")});
        add_text_lines(texts, lines_of(label, room), {left + key_width(label), top}, style_of(label),
                       Anchor::start, classes_of(label),
                       fits(text_of(label), room - key_width(label), style_of(label), most_label_lines)
                           ? ""
                           : text_of(label));
    }
    drawing.groups.push_back(std::move(leaders));
    drawing.groups.push_back(std::move(keys));
    drawing.groups.push_back(std::move(texts));
}

}  // namespace regioscope::chart
