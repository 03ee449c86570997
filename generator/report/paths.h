// The paths of all files of a site together: each once, and each one that any host can hold.
#pragma once

#include <vector>

#include "base/finding.h"
#include "report/output.h"

namespace regioscope::report {

/// Findings: `path-collision` (two files want one path, or paths that a disk without capitals takes for one;
/// one stands where others have a folder, or where a build lists what it made), `invalid-file-name` (Windows
/// and its shares cannot hold it).
void check_paths(const std::vector<Output::Entry>& files, Findings& findings);

}  // namespace regioscope::report
