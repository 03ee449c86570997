#include "chart/key.h"

#include <algorithm>

namespace regioscope::chart {

namespace {

constexpr TextStyle style = TextStyle::small;
constexpr double sample_room = 16;
constexpr double entry_gap = 16;
constexpr double below = 8;

Shape sample_of(const KeyEntry& entry, double left, double middle) {
    if (entry.sample == KeyEntry::Sample::swatch)
        return Rect{{left, middle - 5, left + 11, middle + 5}, joined("bar", class_of(entry.slot))};
    return Marker{{left + 6, middle}, 4.5, marker_shape(entry.slot), joined("marker", class_of(entry.slot))};
}

}  // namespace

double add_key(Drawing& drawing, const std::vector<KeyEntry>& entries, double top) {
    if (entries.empty()) return top;
    Group group{"key"};
    double x = 0;
    double y = top;
    for (const KeyEntry& entry : entries) {
        const std::string name = shorten(entry.name, drawing.width - sample_room, style);
        const double width = sample_room + text_width(name, style);
        if (x > 0 && x + width > drawing.width) {
            x = 0;
            y += line_height(style) + 3;
        }
        group.shapes.push_back(sample_of(entry, x, y + line_height(style) / 2 - 1));
        group.shapes.push_back(Text{{x + sample_room, y + ascent(style) + 0.5},
                                    name,
                                    style,
                                    Anchor::start,
                                    "",
                                    name == entry.name ? "" : entry.name});
        x += width + entry_gap;
    }
    drawing.groups.push_back(std::move(group));
    return y + line_height(style) + below;
}

}  // namespace regioscope::chart
