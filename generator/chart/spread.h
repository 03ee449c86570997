// Spreads labels along a line: each as near as possible to where it wants to be, none touching its neighbour.
#pragma once

#include <vector>

#include "chart/scale/domain.h"

namespace regioscope::chart {

struct Wish {
    /// Where the label's middle should be, and how much room it takes.
    double centre = 0;
    double size = 0;
};

/// The middles, in the order of the wishes; all labels lie within the bounds if they fit at all (else they
/// start at the bounds' start and run over its end). Labels that meet share the way equally.
std::vector<double> spread(const std::vector<Wish>& wishes, Range bounds);

}  // namespace regioscope::chart
