// The register of accepted findings: they stay listed as notes with the editor's reason and never fail a
// build.
#pragma once

#include "base/finding.h"
#include "data/dataset.h"

namespace regioscope::report {

/// Turns findings that the register accepts (same code and subject) into notes. An entry that matches nothing
/// is a finding `unused-acceptance`. Errors of reading cannot be accepted: without a model there is no
/// register.
void accept_findings(const data::Dataset& dataset, Findings& findings);

}  // namespace regioscope::report
