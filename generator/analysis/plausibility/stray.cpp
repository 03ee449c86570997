#include "analysis/plausibility/stray.h"

#include <algorithm>
#include <cmath>

namespace regioscope::analysis::plausibility {

namespace {

/// The power of ten that brings a logarithm into the others' range, give or take a tenth of a power.
int power_into(double logarithm, double low, double high) {
    constexpr double tolerance = 0.1;
    for (const int power : {1, -1, 2, -2, 3, -3}) {
        const double moved = logarithm + power;
        if (moved >= low - tolerance && moved <= high + tolerance) return power;
    }
    return 0;
}

}  // namespace

std::vector<Stray> strays(const std::vector<double>& logarithms, double least, std::size_t fewest_others) {
    std::vector<Stray> found;
    if (logarithms.size() < fewest_others + 1 || logarithms.size() < 3) return found;
    // Only the lowest and the highest can lie beyond all others.
    std::vector<std::size_t> order(logarithms.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return logarithms[a] < logarithms[b]; });
    const auto at = [&](std::size_t place) { return logarithms[order[place]]; };
    const std::size_t last = order.size() - 1;
    const auto add = [&](std::size_t place, double gap, double low, double high) {
        if (std::abs(gap) > least && std::abs(gap) > high - low)
            found.push_back({order[place], gap, power_into(at(place), low, high)});
    };
    add(0, at(0) - at(1), at(1), at(last));
    add(last, at(last) - at(last - 1), at(0), at(last - 1));
    return found;
}

double median(std::vector<double> values) {
    if (values.empty()) return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

}  // namespace regioscope::analysis::plausibility
