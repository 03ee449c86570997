// Numbers in SVG: at most two decimals (a hundredth of a pixel), no trailing zeros, no negative zero, never
// an exponent. The same on every machine, so that two builds differ in no byte.
#pragma once

#include <string>

namespace regioscope::chart {

/// `value` must be finite; what is not is written as 0 (a chart never asks for it: see the property tests).
std::string number_text(double value);
/// What `number_text` says of it: steps between rounded places lead back to where they began.
double rounded(double value);

}  // namespace regioscope::chart
