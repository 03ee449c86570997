// What was published too late for every edition that is declared: its figures are in the project, and on no
// page.
#pragma once

#include "base/finding.h"
#include "report/site.h"

namespace regioscope::report {

/// Finding `source-not-seen`, once for each source or part of one; only for the newest edition, as others
/// wait for it. It stands with the sources, before whatever misses their figures.
void find_unseen_sources(const Site& site, Findings& findings);

}  // namespace regioscope::report
