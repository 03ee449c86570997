// The linear scale: a stretch of numbers onto a stretch of pixels. A pure value that knows nothing of
// drawing.
#pragma once

#include <cmath>
#include <vector>

#include "chart/scale/domain.h"
#include "chart/scale/ticks.h"

namespace regioscope::chart {

class Linear {
  public:
    Linear(Domain domain, Range range) : domain_(domain), range_(range) {}

    /// A domain of one value lies in the middle of the range.
    double operator()(double value) const { return range_.at(domain_.share_of(value)); }

    const Domain& domain() const { return domain_; }
    const Range& range() const { return range_; }
    std::vector<Tick> ticks(double count) const { return make_ticks(domain_.low, domain_.high, count); }

  private:
    Domain domain_;
    Range range_;
};

}  // namespace regioscope::chart
