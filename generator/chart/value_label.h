// The figure beside a lying bar or dot: outside its end, away from zero.
#pragma once

#include "chart/drawing.h"
#include "chart/quantity.h"
#include "chart/scale/linear.h"

namespace regioscope::chart {

/// Between the ink and its figure.
inline constexpr double value_gap = 6;

struct ValueLabel {
    Quantity quantity;
    TextStyle style = TextStyle::label;
};

/// What remains of left…right for the bars when the figures stand outside; the bars keep at least a third.
Range room_beside_values(const std::vector<ValueLabel>& labels, double left, double right);

/// The figure at the end of a bar whose middle is at `middle`; a missing one's sign stands at zero. It is
/// shortened where it would leave the drawing.
Text value_beside(const ValueLabel& label, const Linear& x, double middle, double drawing_width);

}  // namespace regioscope::chart
