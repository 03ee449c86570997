#include "chart/key.h"

#include <algorithm>
#include <cmath>

#include "chart/spread.h"

namespace regioscope::chart {

namespace {

constexpr TextStyle key_style = TextStyle::small;
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
        const std::string name = shorten(entry.name, drawing.width - sample_room, key_style);
        const double width = sample_room + text_width(name, key_style);
        if (x > 0 && x + width > drawing.width) {
            x = 0;
            y += line_height(key_style) + 3;
        }
        group.shapes.push_back(sample_of(entry, x, y + line_height(key_style) / 2 - 1));
        group.shapes.push_back(Text{{x + sample_room, y + ascent(key_style) + 0.5},
                                    name,
                                    key_style,
                                    Anchor::start,
                                    "",
                                    name == entry.name ? "" : entry.name});
        x += width + entry_gap;
    }
    drawing.groups.push_back(std::move(group));
    return y + line_height(key_style) + below;
}

std::optional<double> add_names_over(Drawing& drawing, const std::vector<KeyEntry>& entries,
                                     const std::vector<Range>& stretches, Range room, double top) {
    constexpr double farthest = 40;  // from a name to the middle of its stretch
    constexpr double leader = 9;
    std::vector<Wish> wishes;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const double width = text_width(entries[i].name, key_style) + 10;
        wishes.push_back({stretches[i].at(0.5), width});
    }
    double needed = 0;
    for (const Wish& wish : wishes)
        needed += wish.size;
    if (entries.empty() || needed > room.end - room.start) return std::nullopt;
    const std::vector<double> centres = spread(wishes, room);
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (std::abs(centres[i] - wishes[i].centre) > std::max(farthest, wishes[i].size / 2))
            return std::nullopt;
    Group group{"key"};
    Group leaders{"leaders"};
    const double bottom = top + line_height(key_style);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        group.shapes.push_back(
            Text{{centres[i], top + ascent(key_style) + 0.5}, entries[i].name, key_style, Anchor::middle});
        leaders.shapes.push_back(
            Path{{{{centres[i], bottom}, {wishes[i].centre, bottom + leader}}}, "leader"});
    }
    drawing.groups.push_back(std::move(group));
    drawing.groups.push_back(std::move(leaders));
    return bottom + leader + 1;
}

}  // namespace regioscope::chart
