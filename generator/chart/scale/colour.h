// Colour scales: numbers onto a few steps, named by class. chart.css gives the steps their colours, which are
// even to the eye and readable in grey.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "chart/scale/domain.h"

namespace regioscope::chart {

/// From pale (low) to deep (high).
class Sequential {
  public:
    static constexpr int step_count = 7;

    explicit Sequential(Domain domain) : domain_(domain) {}
    /// `step-1` … `step-7`; values beyond the domain take its ends' steps.
    std::string operator()(double value) const;
    /// Where one step ends and the next begins; six numbers.
    std::vector<double> thresholds() const;

  private:
    Domain domain_;
};

/// Away from a centre in both directions; both arms are as long, so that equal distances look equal.
class Diverging {
  public:
    static constexpr int arm_steps = 3;

    /// Reaches from the centre as far as the farther end of the domain.
    Diverging(Domain domain, double centre);
    /// `below-3` … `below-1`, `middle`, `above-1` … `above-3`.
    std::string operator()(double value) const;

  private:
    double centre_;
    double reach_;
};

/// Which ink reads on a fill of that class (`step-6`, `part-1`): the class for the text, `on-deep` or
/// `on-pale`.
std::string ink_on(std::string_view fill_class);

}  // namespace regioscope::chart
