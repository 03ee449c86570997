#include "chart/ink.h"

#include <algorithm>

namespace regioscope::chart {

namespace {

constexpr double margin = 3;  // between words and what is drawn

/// Liang and Barsky: does the segment enter the box?
bool crosses(const Segment& segment, const Box& box) {
    double first = 0;
    double last = 1;
    const auto clip = [&](double delta, double room) {
        if (delta == 0) return room >= 0;
        const double at = room / delta;
        if (delta < 0) {
            first = std::max(first, at);
        } else {
            last = std::min(last, at);
        }
        return first <= last;
    };
    const double dx = segment.to.x - segment.from.x;
    const double dy = segment.to.y - segment.from.y;
    return clip(-dx, segment.from.x - box.left) && clip(dx, box.right - segment.from.x) &&
           clip(-dy, segment.from.y - box.top) && clip(dy, box.bottom - segment.from.y);
}

bool lies_within(const Box& inner, const Box& outer) {
    return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top &&
           inner.bottom <= outer.bottom;
}

}  // namespace

Ink::Ink(const Drawing& drawing) : frame_{0, 0, drawing.width, drawing.height} {
    for (const Group& group : drawing.groups) {
        // Words interrupt grid lines, and stretches of time are there to be written on.
        if (group.name == "grid" || group.name == "stretches") continue;
        for (const Shape& shape : group.shapes) {
            add(shape);
            if (const Rect* const rect = std::get_if<Rect>(&shape)) bars_.push_back(rect->box);
        }
    }
}

void Ink::add(const Shape& shape) {
    if (const Text* const text = std::get_if<Text>(&shape)) {
        if (text->text.empty()) return;
        texts_.push_back(box_of(*text));
        boxes_.push_back(texts_.back());
    } else if (const Line* const line = std::get_if<Line>(&shape)) {
        segments_.push_back({line->from, line->to});
    } else if (const Path* const path = std::get_if<Path>(&shape); path != nullptr && !path->closed) {
        for (const std::vector<Point>& part : path->parts)
            for (std::size_t i = 1; i < part.size(); ++i)
                segments_.push_back({part[i - 1], part[i]});
    } else {
        boxes_.push_back(box_of(shape));
    }
}

bool Ink::is_free(const Box& box) const {
    const Box room = grown(box, margin);
    return lies_within(box, frame_) &&
           std::none_of(boxes_.begin(), boxes_.end(), [&](const Box& b) { return overlap(b, room); }) &&
           std::none_of(segments_.begin(), segments_.end(),
                        [&](const Segment& s) { return crosses(s, room); });
}

bool Ink::is_in_other_row(const Box& words, const Box& bar) const {
    const auto meets = [](const Box& a, const Box& b) { return a.top < b.bottom && b.top < a.bottom; };
    return std::any_of(bars_.begin(), bars_.end(),
                       [&](const Box& other) { return meets(other, words) && !meets(other, bar); });
}

bool Ink::hides_words(const Segment& segment) const {
    return std::any_of(texts_.begin(), texts_.end(),
                       [&](const Box& box) { return crosses(segment, grown(box, 1)); });
}

}  // namespace regioscope::chart
