#include "report/templates.h"

#include <set>

#include "report/template_functions.h"

namespace regioscope::report {

std::optional<templates::Templates> load_templates(const Site& site, SourceLibrary& library,
                                                   Findings& findings, escape::Origins* origins) {
    std::set<std::string> layouts;
    for (const Page& page : site.plan.pages())
        layouts.insert(page.layout);
    const std::unique_ptr<Disk> built_in = open_folder(built_in_templates());
    templates::FolderLoader loader;
    loader.add(*site.project->disk, "templates", "templates").add(*built_in, "", "templates");
    Findings found;
    templates::Templates loaded = templates::Templates::load(loader, {layouts.begin(), layouts.end()},
                                                             template_functions(), library, found, origins);
    const bool usable = !found.has_errors();
    findings.merge(std::move(found));
    return usable ? std::optional(std::move(loaded)) : std::nullopt;
}

}  // namespace regioscope::report
