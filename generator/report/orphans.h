// What a project declares and no edition of it uses: claims, figures, terms, sources.
#pragma once

#include "base/finding.h"
#include "report/project.h"

namespace regioscope::report {

/// Findings, warnings all: `unused-claim`, `unused-figure`, `unused-term` (no text says or shows it),
/// `unused-source` (nothing cites it).
void find_orphans(const Project& project, Findings& findings);

}  // namespace regioscope::report
