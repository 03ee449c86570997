#include "chart/scale/colour.h"

#include <algorithm>
#include <array>

namespace regioscope::chart {

std::string Sequential::operator()(double value) const {
    const double share = std::clamp(domain_.share_of(value), 0.0, 1.0);
    const int step = std::min(step_count - 1, static_cast<int>(share * step_count));
    return "step-" + std::to_string(step + 1);
}

std::string ink_on(std::string_view fill_class) {
    constexpr std::array<std::string_view, 8> deep = {"step-5", "step-6", "step-7",  "part-1",
                                                      "part-5", "part-8", "named-1", "named-2"};
    return std::find(deep.begin(), deep.end(), fill_class) == deep.end() ? "on-pale" : "on-deep";
}

}  // namespace regioscope::chart
