#include "chart/scale/ticks.h"

#include <algorithm>
#include <cmath>

namespace regioscope::chart {

namespace {

constexpr double exact_limit = 9.0e17;  // a Decimal's mantissa has 18 digits

Tick make_tick(const TickStep& step, double multiple) {
    Tick tick{step.multiple(multiple), {}};
    const double mantissa = multiple * step.factor;
    if (std::abs(mantissa) < exact_limit) {
        // A factor of 10 never has decimals worth printing: 3 × 10 × 10^-1 is 3, not 3.0.
        const int power = step.factor == 10 ? step.power + 1 : step.power;
        const auto digits = static_cast<std::int64_t>(step.factor == 10 ? multiple : mantissa);
        tick.number = Decimal::scaled(digits, power);
    }
    return tick;
}

}  // namespace

// Below 1 the step is kept as its inverse, which is a whole number: 3 / 10 is the double nearest to 0.3,
// while 3 × 0.1 is not.
double TickStep::multiple(double count) const {
    if (power < 0) return count / (std::pow(10, -power) / factor);
    return count * (std::pow(10, power) * factor);
}

double TickStep::count(double value) const {
    if (power < 0) return value * (std::pow(10, -power) / factor);
    return value / (std::pow(10, power) * factor);
}

TickStep tick_step(double low, double high, double count) {
    const double wanted = (high - low) / count;
    const double power = std::floor(std::log10(wanted));
    const double rest = wanted / std::pow(10, power);
    // The geometric means between 1, 2, 5 and 10: the candidate nearest to the wanted step by ratio.
    const int factor = rest >= std::sqrt(50) ? 10 : rest >= std::sqrt(10) ? 5 : rest >= std::sqrt(2) ? 2 : 1;
    return {factor, static_cast<int>(power)};
}

std::vector<Tick> make_ticks(double low, double high, double count) {
    if (!(count > 0) || !std::isfinite(low) || !std::isfinite(high) || !std::isfinite(high - low)) return {};
    if (low == high) return {{low, Decimal::parse(std::to_string(low)).value_or(Decimal()).normalized()}};
    const bool descends = high < low;
    if (descends) std::swap(low, high);
    const TickStep step = tick_step(low, high, count);
    double first = std::round(step.count(low));
    double last = std::round(step.count(high));
    if (step.multiple(first) < low) ++first;
    if (step.multiple(last) > high) --last;
    if (last < first)
        return count < 2 && count >= 0.5 ? make_ticks(low, high, count * 2) : std::vector<Tick>();
    std::vector<Tick> ticks;
    for (double multiple = first; multiple <= last; ++multiple)
        ticks.push_back(make_tick(step, multiple));
    if (descends) std::reverse(ticks.begin(), ticks.end());
    return ticks;
}

double tick_count_across(double width) {
    return std::max(2.0, std::floor(width / 80));
}
double tick_count_down(double height) {
    return std::max(2.0, std::floor(height / 40));
}

}  // namespace regioscope::chart
