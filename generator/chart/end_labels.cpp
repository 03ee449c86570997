#include "chart/end_labels.h"

#include <algorithm>
#include <cmath>

#include "chart/axis.h"
#include "chart/spread.h"

namespace regioscope::chart {

namespace {

constexpr double gap = 14;  // from the plot to the labels; leaders run here
constexpr std::size_t most_lines = 3;

TextStyle style_of(const EndLabel& label) {
    return label.emphasis == Emphasis::highlighted ? TextStyle::strong : TextStyle::label;
}

std::string text_of(const EndLabel& label) {
    return label.value.empty() ? label.name : label.name + " " + label.value;
}

double widest_label(double width) {
    return width * (width < 480 ? 0.32 : 0.26);
}

std::vector<std::string> lines_of(const EndLabel& label, double room) {
    return wrap(text_of(label), room, style_of(label), most_lines);
}

std::string classes_of(const EndLabel& label) {
    return label.emphasis == Emphasis::quiet ? "soft" : joined("own", class_of(label.slot));
}

double height_of(const EndLabel& label, double room) {
    return static_cast<double>(lines_of(label, room).size()) * line_height(style_of(label)) + 1;
}

}  // namespace

double end_labels_width(const std::vector<EndLabel>& labels, double width) {
    double widest = 0;
    for (const EndLabel& label : labels)
        for (const std::string& line : lines_of(label, widest_label(width)))
            widest = std::max(widest, text_width(line, style_of(label)));
    return widest == 0 ? 0 : widest + gap;
}

double end_labels_height(const std::vector<EndLabel>& labels, double width) {
    double height = 0;
    for (const EndLabel& label : labels)
        height += height_of(label, widest_label(width));
    return height;
}

void add_end_labels(Drawing& drawing, const std::vector<EndLabel>& labels, const std::vector<Point>& ends,
                    double right, Range bounds) {
    const double room = std::min(widest_label(drawing.width), drawing.width - right - gap);
    std::vector<Wish> wishes;
    for (std::size_t i = 0; i < labels.size(); ++i)
        wishes.push_back({ends[i].y, height_of(labels[i], room)});
    const std::vector<double> centres = spread(wishes, bounds);
    Group leaders{"leaders"};
    Group texts{"labels"};
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const EndLabel& label = labels[i];
        const double left = right + gap;
        const bool has_moved = std::abs(centres[i] - ends[i].y) > 4;
        const bool is_far = left - ends[i].x > 40;
        if (has_moved || is_far)
            leaders.shapes.push_back(Path{{{{ends[i].x + 6, ends[i].y},
                                            {std::max(ends[i].x + 6, right - 2), ends[i].y},
                                            {left - 3, centres[i]}}},
                                          "leader"});
        add_text_lines(texts, lines_of(label, room), {left, centres[i] - wishes[i].size / 2 + 0.5},
                       style_of(label), Anchor::start, classes_of(label),
                       fits(text_of(label), room, style_of(label), most_lines) ? "" : text_of(label));
    }
    drawing.groups.push_back(std::move(leaders));
    drawing.groups.push_back(std::move(texts));
}

}  // namespace regioscope::chart
