// Findings for machines: a JSON array for programs, workflow commands for GitHub annotations.
#pragma once

#include <string>

#include "base/finding.h"

namespace regioscope::cli {

/// An array of {code, severity, file, line, column, message, notes}; line and column are 0 where there is no
/// place in a text. Accepted findings also have `accepted`, the reason.
std::string findings_json(const Findings& findings);

/// `::error file=…,line=…,col=…,title=…::message`, one per line.
std::string findings_github(const Findings& findings);

}  // namespace regioscope::cli
