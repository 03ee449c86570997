#include "chart/label_space.h"

#include <algorithm>

namespace regioscope::chart {

namespace {

constexpr double mark_gap = 4;  // between a mark and its label
/// A label that was set against the frame may lie outside by what a sum of doubles is off.
constexpr double overlap_tolerance = 1e-6;

}  // namespace

bool LabelSpace::is_free(const Box& box) const {
    const Box frame = grown(frame_, overlap_tolerance);
    if (box.left < frame.left || box.top < frame.top || box.right > frame.right || box.bottom > frame.bottom)
        return false;
    return std::none_of(taken_.begin(), taken_.end(), [&](const Box& taken) { return overlap(taken, box); });
}

std::optional<Text> LabelSpace::place(const std::vector<Text>& candidates) {
    for (const Text& text : candidates) {
        const Box box = box_of(text);
        if (!is_free(box)) continue;
        take(box);
        return text;
    }
    return std::nullopt;
}

std::vector<Text> places_around(const Text& label, Point centre, double radius) {
    const double middle = centre.y + ascent(label.style) / 2 - 1;
    const double above = centre.y - radius - mark_gap;
    const double below = centre.y + radius + mark_gap + ascent(label.style) - 1;
    const double right = centre.x + radius + mark_gap;
    const double left = centre.x - radius - mark_gap;
    struct Place {
        Point at;
        Anchor anchor;
    };
    const Place places[] = {
        {{right, middle}, Anchor::start},           {{left, middle}, Anchor::end},
        {{centre.x, above}, Anchor::middle},        {{centre.x, below}, Anchor::middle},
        {{right - mark_gap, above}, Anchor::start}, {{left + mark_gap, above}, Anchor::end},
        {{right - mark_gap, below}, Anchor::start}, {{left + mark_gap, below}, Anchor::end}};
    std::vector<Text> texts;
    for (const Place& place : places) {
        texts.push_back(label);
        texts.back().at = place.at;
        texts.back().anchor = place.anchor;
    }
    return texts;
}

}  // namespace regioscope::chart
