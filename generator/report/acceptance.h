// The register of accepted findings: they stay listed as notes with the editor's reason and never fail a
// build. An acceptance holds for the figures it was given for, and for no others.
#pragma once

#include <vector>

#include "base/finding.h"
#include "data/dataset.h"
#include "report/settings.h"

namespace regioscope::report {

using Acceptances = std::vector<const data::Acceptance*>;

/// Turns findings that the register accepts (same code, subject and figures) into notes. Where the figures
/// are others than those that were accepted, the finding stays and says so. Returns the entries that match
/// nothing. Errors of reading cannot be accepted: without a model there is no register.
Acceptances accept_findings(const data::Dataset& dataset, Findings& findings);

/// What is found weighs as the settings say (an error stays one); and what has no subject of its own is about
/// its file, so that it can be accepted.
void weigh(const Settings& settings, Findings& findings);

/// Those of `acceptances` that match none of `findings` either.
Acceptances unmatched(const Acceptances& acceptances, const Findings& findings);

/// A finding `unused-acceptance` for each.
void report_unused(const Acceptances& acceptances, Findings& findings);

}  // namespace regioscope::report
