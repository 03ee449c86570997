// What an evaluation has read, and with what marks.
#pragma once

#include <string>
#include <vector>

#include "analysis/comparability.h"
#include "analysis/environment.h"

namespace regioscope::analysis {

/// Each once. Periods are marked when regions are compared on different ones.
std::vector<Mark> marks_read(const Environment& environment);

/// A note for each figure and fact that was read, with its value and its place; the observed figures that
/// derived ones were made of follow behind.
std::vector<FindingNote> evidence_notes(const Environment& environment);

}  // namespace regioscope::analysis
