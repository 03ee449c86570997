// The band scale: equal bands for a number of things in a row.
#pragma once

#include <algorithm>
#include <cstddef>

#include "chart/scale/domain.h"

namespace regioscope::chart {

/// Shares of the step from one band to the next.
struct Padding {
    double inner = 0;
    double outer = 0;
};

class Band {
  public:
    Band(std::size_t count, Range range, Padding padding = {}) : inner_(padding.inner) {
        const auto n = static_cast<double>(count);
        const double whole = range.end - range.start;
        step_ = whole / std::max(1.0, n - padding.inner + 2 * padding.outer);
        start_ = range.start + (whole - step_ * (n - padding.inner)) / 2;
    }

    /// Where the band begins, where its middle is.
    double operator()(std::size_t index) const { return start_ + step_ * static_cast<double>(index); }
    double centre(std::size_t index) const { return (*this)(index) + width() / 2; }

    double step() const { return step_; }
    double width() const { return step_ * (1 - inner_); }

  private:
    double inner_;
    double step_;
    double start_;
};

}  // namespace regioscope::chart
