#include "chart/scale/domain.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "chart/scale/ticks.h"

namespace regioscope::chart {

void Extent::add(double value) {
    if (!is_drawable(value)) return;
    domain_ =
        empty_ ? Domain{value, value} : Domain{std::min(domain_.low, value), std::max(domain_.high, value)};
    empty_ = false;
}

Domain Extent::domain_from_zero() const {
    if (empty_) return {0, 1};
    const Domain domain{std::min(0.0, domain_.low), std::max(0.0, domain_.high)};
    return domain.low == domain.high ? Domain{0, 1} : domain;
}

Domain nice(Domain domain, double count) {
    const bool descends = domain.high < domain.low;
    double low = descends ? domain.high : domain.low;
    double high = descends ? domain.low : domain.high;
    // Widening may call for a larger step, which calls for more widening; it settles after very few rounds.
    std::optional<TickStep> settled;
    for (int round = 0; round < 10 && low < high && can_tick(low, high, count); ++round) {
        const TickStep step = tick_step(low, high, count);
        if (step == settled) return descends ? Domain{high, low} : Domain{low, high};
        low = step.multiple(std::floor(step.count(low)));
        high = step.multiple(std::ceil(step.count(high)));
        settled = step;
    }
    return domain;
}

}  // namespace regioscope::chart
