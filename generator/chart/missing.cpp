#include "chart/missing.h"

#include <algorithm>

#include "chart/axis.h"

namespace regioscope::chart {

void Missing::add(const std::string& name, const Quantity& quantity) {
    const auto same = std::find_if(groups_.begin(), groups_.end(),
                                   [&](const Group& group) { return group.sign == quantity.text; });
    if (same == groups_.end()) {
        groups_.push_back({quantity.text, name});
    } else {
        same->names += (same->names.empty() || name.empty() ? "" : ", ") + name;
    }
}

double Missing::add_words(Drawing& drawing, double top) const {
    constexpr std::size_t most_lines = 12;
    if (groups_.empty()) return top;
    std::string text;
    for (const Group& group : groups_)
        text += (text.empty() ? "" : "; ") + group.names +
                (group.names.empty() || group.sign.empty() ? "" : ": ") + group.sign;
    chart::Group notes{"notes"};
    const double bottom = add_text_lines(notes, wrap(text, drawing.width, TextStyle::small, most_lines),
                                         {0, top}, TextStyle::small, Anchor::start, "no-data");
    drawing.groups.push_back(std::move(notes));
    return bottom;
}

}  // namespace regioscope::chart
