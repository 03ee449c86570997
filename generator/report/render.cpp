#include "report/render.h"

#include "base/parallel.h"
#include "report/page_context.h"
#include "report/pages/common.h"
#include "report/pages/glossary.h"
#include "report/templates.h"

namespace regioscope::report {

std::vector<OutputFile> render_pages(const Site& site, SourceLibrary& library, Findings& findings) {
    const auto templates = load_templates(site, library, findings);
    if (templates == nullptr) return {};
    const std::vector<Page>& pages = site.plan.pages();
    std::vector<OutputFile> files(pages.size() * site.language_count());
    std::vector<Findings> found(files.size());
    for_each_index(files.size(), [&](std::size_t i) {
        const Page& page = pages[i / site.language_count()];
        PageContext context(site, page, i % site.language_count());
        expression::Map names;
        page.fill(context, names);
        names.set("site", site_map(context));
        names.set("page", page_map(context));
        names.set("references", references_list(context));
        names.set("terms_used", terms_used(context));
        Result<std::string> html =
            templates->render(page.layout, expression::MapScope(std::move(names)), &context);
        files[i].path = context.file();
        if (html) {
            files[i].content = std::move(html).value();
        } else {
            context.findings().add(std::move(html).finding());
        }
        found[i] = std::move(context.findings());
    });
    for (Findings& one : found)
        findings.merge(std::move(one));
    return files;
}

}  // namespace regioscope::report
