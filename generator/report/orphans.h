// What a project declares and no edition of it uses: claims, figures, terms, sources, themes; and pages that
// nobody comes to.
#pragma once

#include "base/finding.h"
#include "report/links.h"
#include "report/project.h"
#include "report/site.h"

namespace regioscope::report {

/// Findings, warnings all: `unused-claim`, `unused-figure`, `unused-term` (no text says or shows it),
/// `unused-source` (nothing cites it), `unused-theme` (no indicator has it).
void find_orphans(const Project& project, Findings& findings);

/// Pages of the narrative that no other page of the whole output leads to: warnings `unreachable-page`.
void find_lonely_pages(const Site& site, const std::vector<PageLinks>& links, Findings& findings);

}  // namespace regioscope::report
