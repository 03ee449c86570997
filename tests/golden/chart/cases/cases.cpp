#include "cases/cases.h"

#include <algorithm>

#include "fmt/format.h"

namespace regioscope::chart {

std::vector<Case> all_cases() {
    std::vector<Case> cases;
    for (const auto add :
         {add_bar_cases, add_line_cases, add_row_cases, add_strip_cases, add_plane_cases, add_hostile_cases})
        add(cases);
    return cases;
}

std::string dutch(double value, int decimals) {
    std::string text = fmt::format("{:.{}f}", value < 0 ? -value : value, decimals);
    std::replace(text.begin(), text.end(), '.', ',');
    for (auto at = static_cast<std::ptrdiff_t>(std::min(text.find(','), text.size())) - 3; at > 0; at -= 3)
        text.insert(static_cast<std::size_t>(at), ".");
    return value < 0 ? "−" + text : text;
}

}  // namespace regioscope::chart
