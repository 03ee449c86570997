// Colour scales: numbers onto a few steps, named by class. chart.css gives the steps their colours, which are
// even to the eye and readable in grey.
#pragma once

#include <string>
#include <string_view>

#include "chart/scale/domain.h"

namespace regioscope::chart {

/// From pale (low) to deep (high).
class Sequential {
  public:
    static constexpr int step_count = 7;

    explicit Sequential(Domain domain) : domain_(domain) {}
    /// `step-1` … `step-7`; values beyond the domain take its ends' steps.
    std::string operator()(double value) const;

  private:
    Domain domain_;
};

/// Which ink reads on a fill of that class (`step-6`, `part-1`): the class for the text, `on-deep` or
/// `on-pale`.
std::string ink_on(std::string_view fill_class);

}  // namespace regioscope::chart
