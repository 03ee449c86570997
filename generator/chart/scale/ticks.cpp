#include "chart/scale/ticks.h"
#include "chart/scale/domain.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace regioscope::chart {

namespace {

constexpr double exact_limit = 9.0e17;  // a Decimal's mantissa has 18 digits

Tick make_tick(const TickStep& step, double multiple) {
    const double mantissa = multiple * step.factor;
    const bool is_exact = std::abs(mantissa) < exact_limit;
    return {step.multiple(multiple),
            is_exact ? Decimal::scaled(static_cast<std::int64_t>(mantissa), step.power) : Decimal()};
}

/// Of the steps 1, 2, 5 and 10 times a power of ten the one nearest to the wanted step by ratio: the borders
/// are the geometric means between neighbours.
TickStep nearest_step(double wanted) {
    const double power = std::floor(std::log10(wanted));
    const double rest = wanted / std::pow(10, power);
    const int exponent = static_cast<int>(power);
    if (rest >= std::sqrt(50)) return {1, exponent + 1};
    return {rest >= std::sqrt(10) ? 5 : rest >= std::sqrt(2) ? 2 : 1, exponent};
}

/// The multiples of a step between two numbers, from `first` to `last`; none when last < first.
struct Multiples {
    TickStep step;
    double first;
    double last;
};

Multiples multiples_between(double low, double high, double count) {
    const TickStep step = nearest_step((high - low) / count);
    Multiples found{step, std::round(step.count(low)), std::round(step.count(high))};
    if (step.multiple(found.first) < low) ++found.first;
    if (step.multiple(found.last) > high) --found.last;
    const bool try_finer = found.last < found.first && count >= 0.5 && count < 2;
    return try_finer ? multiples_between(low, high, count * 2) : found;
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
    return multiples_between(low, high, count).step;
}

bool can_tick(double low, double high, double count) {
    if (!(count > 0) || !is_drawable(low) || !is_drawable(high)) return false;
    return low == high || std::abs(high - low) / count > 1e-24;
}

std::vector<Tick> make_ticks(double low, double high, double count) {
    if (!can_tick(low, high, count)) return {};
    if (low == high)
        return {{low, Decimal::parse(fmt::format("{}", low)).value_or(Decimal()).rounded(24).normalized()}};
    const bool descends = high < low;
    if (descends) std::swap(low, high);
    const Multiples multiples = multiples_between(low, high, count);
    std::vector<Tick> ticks;
    for (double multiple = multiples.first; multiple <= multiples.last; ++multiple)
        ticks.push_back(make_tick(multiples.step, multiple));
    if (descends) std::reverse(ticks.begin(), ticks.end());
    return ticks;
}

double tick_count_across(double width) {
    return std::max(2.0, std::floor(width / 120));
}
double tick_count_down(double height) {
    return std::max(2.0, std::floor(height / 56));
}

}  // namespace regioscope::chart
