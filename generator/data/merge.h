// Joins what single files say into one dataset. Private to this room.
#pragma once

#include <vector>

#include "base/finding.h"
#include "data/dataset.h"

namespace regioscope::data {

/// Appends the parts in their order; their indices of periods, citations, notes and observations count within
/// themselves and are moved. Findings: `duplicate-id` for goals, initiatives and profiles of several files.
void merge(Dataset& whole, std::vector<Dataset> parts, Findings& findings);

/// Puts the periods in time order, each once, and looks whether corrections correct anything
/// (`unknown-observation`).
void finish(Dataset& dataset, Findings& findings);

}  // namespace regioscope::data
