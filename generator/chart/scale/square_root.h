// The square-root scale: areas that grow with the number (bubbles). Negative numbers mirror.
#pragma once

#include <cmath>

#include "chart/scale/domain.h"

namespace regioscope::chart {

class SquareRoot {
  public:
    SquareRoot(Domain domain, Range range) : roots_{root(domain.low), root(domain.high)}, range_(range) {}

    double operator()(double value) const { return range_.at(roots_.share_of(root(value))); }

  private:
    static double root(double value) { return value < 0 ? -std::sqrt(-value) : std::sqrt(value); }

    Domain roots_;
    Range range_;
};

}  // namespace regioscope::chart
