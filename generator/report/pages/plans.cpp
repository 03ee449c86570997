#include <algorithm>
#include <vector>

#include "report/pages/common.h"
#include "report/pages/navigation.h"
#include "report/pages/pages.h"

namespace regioscope::report {

using expression::Map;

namespace {

void fill_plans(PageContext& context, Map& names) {
    // What one can do oneself stands with how companies and schools work together.
    names.set("pages", pages_beside(context, {"collaboration.html"}));
}

}  // namespace

/// One page that leads to what was agreed, what is being done and where it falls short; where a report has
/// only one of these the menu leads there.
void plan_plans(Site& site, Findings& findings) {
    const std::vector<std::string> kinds = {"goals.html", "initiatives.html", "diagnosis.html"};
    const auto planned = std::count_if(
        kinds.begin(), kinds.end(), [&](const std::string& path) { return site.plan.find(path) != nullptr; });
    if (planned < 2) return;
    site.plan.add({.path = "plans.html",
                   .layout = "pages/plans.html",
                   .title = [](const PageContext& context) { return context.message("nav.plans"); },
                   .description = [](const PageContext& context) { return context.message("plans.intro"); },
                   .fill = fill_plans},
                  findings);
}

}  // namespace regioscope::report
