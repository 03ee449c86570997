// Findings for machines: a JSON array for programs, workflow commands for GitHub annotations.
#pragma once

#include <string>
#include <string_view>

#include "base/finding.h"

namespace regioscope::cli {

/// An array of {code, severity, file, line, column, message, notes}; line and column are 0 where there is no
/// place in a text. Accepted findings also have `accepted`, the reason. Bytes that are no UTF-8 (of a broken
/// file that is quoted) become U+FFFD.
std::string findings_json(const Findings& findings);

/// `::error file=…,line=…,col=…,title=…::message`, one per line. Files are named from the current folder,
/// where the runner looks for them: `project` is the way to the project.
std::string findings_github(const Findings& findings, std::string_view project = ".");

}  // namespace regioscope::cli
