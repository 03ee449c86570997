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

/// A note for each figure and fact that was read, with its value and its place; the observed figures that
/// derived ones were made of follow behind.
std::vector<FindingNote> evidence_notes(const Environment& environment);

}  // namespace regioscope::analysis
