// Where a scale comes from and where it goes: a stretch of numbers and a stretch of pixels.
#pragma once

#include <cmath>
#include <initializer_list>

namespace regioscope::chart {

/// Charts draw finite numbers up to a size at which sums and differences of them are finite too. Nothing that
/// a report prints is larger.
inline bool is_drawable(double value) {
    return std::abs(value) <= 1e100;
}

/// In pixels; `end` may lie before `start` (y axes).
struct Range {
    double start = 0;
    double end = 1;

    /// share 0 is the start, 1 the end.
    double at(double share) const { return start * (1 - share) + end * share; }
};

/// Numbers from `low` to `high`; a scale that descends has high < low.
struct Domain {
    double low = 0;
    double high = 0;

    /// How far `value` is on the way from low to high; the middle when there is no way.
    double share_of(double value) const { return high == low ? 0.5 : (value - low) / (high - low); }
    friend bool operator==(const Domain&, const Domain&) = default;
};

/// Gathers the numbers a scale must reach; what is not drawable is left out.
class Extent {
  public:
    Extent() = default;
    Extent(std::initializer_list<double> values) {
        for (const double value : values)
            add(value);
    }
    void add(double value);
    bool empty() const { return empty_; }
    /// The numbers' extent; 0…1 when there were none, so that an axis can still be drawn.
    Domain domain() const { return empty_ ? Domain{0, 1} : domain_; }
    /// The same for marks that start at zero: never empty, and zero is inside.
    Domain domain_from_zero() const;

  private:
    bool empty_ = true;
    Domain domain_;
};

/// Widened to round numbers, such that `count` ticks begin and end on its ends. A domain of one value stays.
Domain nice(Domain domain, double count);

}  // namespace regioscope::chart
