// What looks wrong about the figures without anyone having declared a check: the rules know nothing of what
// is measured, only how figures behave. Each rule has a file of its own, whose first comment says what it
// knows; docs/methods.md tells them together.
#pragma once

#include "analysis/measurement.h"
#include "base/finding.h"
#include "data/edition.h"

namespace regioscope::analysis {

/// Applies every rule to the figures of an edition. Findings are warnings whose subject is the key of the
/// figure they doubt; each names the figures and their places. `stale-figure` is a note.
void find_doubts(const Measurements& measurements, const data::EditionFigures& figures,
                 const data::Edition& edition, Findings& findings);

}  // namespace regioscope::analysis
