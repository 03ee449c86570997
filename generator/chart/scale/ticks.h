// Ticks: round numbers that divide a stretch evenly. They are integer multiples of a step of 1, 2 or 5 times
// a power of ten, so that a label never reads 0.30000000000000004.
#pragma once

#include <vector>

#include "base/decimal.h"

namespace regioscope::chart {

struct Tick {
    /// For the geometry.
    double value = 0;
    /// For the label: exact, with as many decimals as the step has.
    Decimal number;
};

/// A step of `factor` × 10^`power`, factor 1, 2 or 5.
struct TickStep {
    int factor = 1;
    int power = 0;

    /// The multiple `count` × step, computed so that it is the double nearest to the decimal.
    double multiple(double count) const;
    /// How many steps (not whole) make up `value`.
    double count(double value) const;
    friend bool operator==(const TickStep&, const TickStep&) = default;
};

/// The step that divides `low`…`high` (low < high, both finite) into about `count` parts. Where a count of
/// less than 2 would leave no multiple between them, the step is halved until one is there.
TickStep tick_step(double low, double high, double count);

/// Is there a step for them: both drawable, `count` positive, and the step no smaller than doubles can count?
bool can_tick(double low, double high, double count);

/// About `count` ticks between `low` and `high`, both included; descending when high < low. One tick when
/// they are equal; none when can_tick() says no.
std::vector<Tick> make_ticks(double low, double high, double count);

/// How many ticks fit: about 120 px apart on a horizontal axis, 56 px on a vertical one; at least 2.
double tick_count_across(double width);
double tick_count_down(double height);

}  // namespace regioscope::chart
