// Declared checks of the data (datasets/checks.json): conditions over figures that ought to hold.
#pragma once

#include <string>
#include <vector>

#include "analysis/environment.h"
#include "base/finding.h"

namespace regioscope::analysis {

struct CheckResult {
    /// Index into Dataset::checks.
    std::size_t check = 0;
    /// The check's id, with the region's behind it when it is repeated: `jobs-add-up twente`.
    std::string subject;
    bool holds = false;
    std::vector<const Measurement*> measurements;
    std::vector<data::Citation> facts;
};

/// Evaluates every check that applies in the edition. Findings: `check-failed` with the
/// values it read, and what goes wrong in evaluation.
std::vector<CheckResult> run_checks(const View& view, Findings& findings);

}  // namespace regioscope::analysis
