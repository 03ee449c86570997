// What the licences of the sources allow whoever reads the report.
#pragma once

#include "base/finding.h"
#include "report/project.h"

namespace regioscope::report {

/// Findings: `restricted-licence` (a warning: commercial use or calculating is forbidden; subject the
/// source), `unidentified-licence` (a note, once for all sources whose licence the program does not know).
void check_licences(const Project& project, Findings& findings);

}  // namespace regioscope::report
