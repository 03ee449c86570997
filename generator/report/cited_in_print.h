// Holds the numbers and years of the narrative against the text of the sources that their sentences cite.
#pragma once

#include "analysis/print/print_check.h"
#include "report/project.h"

namespace regioscope::report {

/// Findings: `number-not-in-print`.
analysis::PrintCounts hold_texts_against_print(const Project& project, const analysis::Print& print,
                                               Findings& findings);

}  // namespace regioscope::report
