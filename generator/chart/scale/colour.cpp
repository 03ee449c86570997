#include "chart/scale/colour.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace regioscope::chart {

std::string Sequential::operator()(double value) const {
    const double share = std::clamp(domain_.share_of(value), 0.0, 1.0);
    const int step = std::min(step_count - 1, static_cast<int>(share * step_count));
    return "step-" + std::to_string(step + 1);
}

std::vector<double> Sequential::thresholds() const {
    std::vector<double> thresholds;
    for (int step = 1; step < step_count; ++step) {
        const double share = static_cast<double>(step) / step_count;
        thresholds.push_back(domain_.low * (1 - share) + domain_.high * share);
    }
    return thresholds;
}

Diverging::Diverging(Domain domain, double centre)
    : centre_(centre), reach_(std::max(std::abs(domain.low - centre), std::abs(domain.high - centre))) {}

std::string Diverging::operator()(double value) const {
    // Seven steps of equal width, the middle one around the centre.
    const double share = reach_ == 0 ? 0 : std::clamp((value - centre_) / reach_, -1.0, 1.0);
    const int step = std::min(arm_steps, static_cast<int>((std::abs(share) * (2 * arm_steps + 1) + 1) / 2));
    if (step == 0) return "middle";
    return (share < 0 ? "below-" : "above-") + std::to_string(step);
}

std::string ink_on(std::string_view fill_class) {
    constexpr std::array<std::string_view, 8> deep = {"step-5",  "step-6", "step-7", "below-3",
                                                      "above-3", "part-1", "part-5", "part-8"};
    return std::find(deep.begin(), deep.end(), fill_class) == deep.end() ? "on-pale" : "on-deep";
}

}  // namespace regioscope::chart
