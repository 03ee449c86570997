#include "report/pages/pages.h"

namespace regioscope::report {

void plan_pages(Site& site, Findings& findings) {
    plan_home(site, findings);
    plan_glossary(site, findings);
    plan_chapters(site, findings);
    plan_regions(site, findings);
    plan_indicators(site, findings);
    plan_themes(site, findings);
    plan_figures(site, findings);
    plan_sources(site, findings);
    plan_compare(site, findings);
    plan_diagnosis(site, findings);
    plan_collaboration(site, findings);
    plan_employers(site, findings);
    plan_goals(site, findings);
    plan_initiatives(site, findings);
    plan_plans(site, findings);
    plan_claims(site, findings);
    plan_doubtful(site, findings);
    plan_changes(site, findings);
    plan_data(site, findings);
    plan_paper(site, findings);
    plan_accessibility(site, findings);
    plan_search(site, findings);
    plan_not_found(site, findings);
}

}  // namespace regioscope::report
