// Picks shapes out of a drawing.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "chart/drawing.h"

namespace regioscope::chart {

/// All shapes of a type in the groups of that name; empty name: in all groups.
template <class Kind>
std::vector<Kind> shapes_of(const Drawing& drawing, std::string_view group_name = {}) {
    std::vector<Kind> found;
    for (const Group& group : drawing.groups) {
        if (!group_name.empty() && group.name != group_name) continue;
        for (const Shape& shape : group.shapes)
            if (const Kind* kind = std::get_if<Kind>(&shape)) found.push_back(*kind);
    }
    return found;
}

inline std::vector<std::string> texts_of(const Drawing& drawing, std::string_view group_name = {}) {
    std::vector<std::string> texts;
    for (const Text& text : shapes_of<Text>(drawing, group_name))
        texts.push_back(text.text);
    return texts;
}

}  // namespace regioscope::chart
