// Stylesheets, scripts and pictures: the built-in ones, and the project's own, which win when they have the
// same name.
#pragma once

#include <vector>

#include "base/finding.h"
#include "report/links.h"
#include "report/project.h"

namespace regioscope::report {

/// Adds `assets/…`: files of the built-in `templates/assets/` and of the project's `templates/assets/` and
/// `site/assets/`. Finding: `invalid-file-name`.
void collect_assets(const Project& project, std::vector<OutputFile>& files, Findings& findings);

}  // namespace regioscope::report
