// Findings for machines: a JSON array for programs, workflow commands for GitHub annotations.
#pragma once

#include <string>
#include <string_view>

#include "base/finding.h"

namespace regioscope::cli {

/// An array of {code, severity, file, line, column, message, subject, notes}; line and column are 0 where
/// there is no place in a text. Accepted findings also have `accepted`, the reason. Bytes that are no UTF-8
/// (of a broken file that is quoted) become U+FFFD.
std::string findings_json(const Findings& findings);

/// A SARIF 2.1.0 log: a rule for each code, accepted findings as suppressions, files named from the current
/// folder.
std::string findings_sarif(const Findings& findings, std::string_view project = ".");

/// `datasets/x.json` of the project `./report/` is `report/datasets/x.json`. Files outside of the project
/// (the output) are named as they are.
std::string from_current_folder(std::string_view project, std::string_view file);

/// `::error file=…,line=…,col=…,title=…::message`, one per line. Files are named from the current folder,
/// where the runner looks for them: `project` is the way to the project.
std::string findings_github(const Findings& findings, std::string_view project = ".");

}  // namespace regioscope::cli
