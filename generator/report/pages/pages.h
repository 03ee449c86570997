// One function per kind of page, each in its own file: it adds the pages of its kind to the plan of a site.
#pragma once

#include "base/finding.h"
#include "report/site.h"

namespace regioscope::report {

void plan_home(Site& site, Findings& findings);
void plan_regions(Site& site, Findings& findings);
void plan_indicators(Site& site, Findings& findings);
void plan_themes(Site& site, Findings& findings);
void plan_figures(Site& site, Findings& findings);
void plan_sources(Site& site, Findings& findings);
void plan_chapters(Site& site, Findings& findings);
void plan_compare(Site& site, Findings& findings);
void plan_diagnosis(Site& site, Findings& findings);
void plan_collaboration(Site& site, Findings& findings);
void plan_employers(Site& site, Findings& findings);
void plan_glossary(Site& site, Findings& findings);
void plan_goals(Site& site, Findings& findings);
void plan_initiatives(Site& site, Findings& findings);
void plan_plans(Site& site, Findings& findings);
void plan_claims(Site& site, Findings& findings);
void plan_doubtful(Site& site, Findings& findings);
void plan_changes(Site& site, Findings& findings);
void plan_data(Site& site, Findings& findings);
void plan_paper(Site& site, Findings& findings);
void plan_accessibility(Site& site, Findings& findings);
void plan_search(Site& site, Findings& findings);
void plan_not_found(Site& site, Findings& findings);

/// All of them, in the order of the site.
void plan_pages(Site& site, Findings& findings);

}  // namespace regioscope::report
