// What an evaluation has read, and whether that may be compared: the comparability marks by the names that
// `accepts` uses.
#pragma once

#include <string>
#include <vector>

#include "analysis/environment.h"

namespace regioscope::analysis {

/// `area` (a figure of another area), `period` (regions compared on different periods), and status codes `E F
/// I P U D`; each once.
std::vector<std::string> marks_read(const Environment& environment);

/// "7.2 (unemployment-rate, twente, 2015)": one line per figure read, for notes of findings.
std::vector<std::string> figures_read(const Environment& environment);

}  // namespace regioscope::analysis
