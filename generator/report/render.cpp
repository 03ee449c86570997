#include "report/render.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/companion.h"
#include "report/page_context.h"
#include "report/pages/common.h"
#include "report/pages/glossary.h"
#include "report/templates.h"
#include "report/urls.h"

namespace regioscope::report {

namespace {

bool has(const std::vector<AddressNumber>& sorted, AddressNumber number) {
    return std::binary_search(sorted.begin(), sorted.end(), number);
}

/// A heading whose id something else on the page has takes the next number that is free: what the page itself
/// is pointed to by stays.
HeadingIds ids_given_way(const PageContext& context, const PageLinks& links) {
    HeadingIds ids;
    std::vector<std::string> taken;
    for (const std::string& anchor : context.headings()) {
        if (!has(links.repeated_ids, number_of(links.file, anchor)) || ids.contains(anchor)) continue;
        std::string id;
        for (int number = 2; id.empty() || has(links.ids, number_of(links.file, id)) ||
                             std::find(taken.begin(), taken.end(), id) != taken.end();
             ++number)
            id = fmt::format("{}-{}", anchor, number);
        taken.push_back(id);
        ids.emplace(anchor, std::move(id));
    }
    return ids;
}

}  // namespace

std::unique_ptr<const PageMaker> PageMaker::load(const Site& site, SourceLibrary& library, Findings& findings,
                                                 escape::Origins* origins) {
    auto templates = load_templates(site, library, findings, origins);
    if (!templates) return nullptr;
    return std::unique_ptr<const PageMaker>(new PageMaker(site, *std::move(templates), origins));
}

std::string PageMaker::file(std::size_t i) const {
    return site_.file_of(page(i).path, i % site_.language_count());
}

std::string PageMaker::render(PageContext& context) const {
    expression::Map names;
    context.page().fill(context, names);
    names.set("site", site_map(context));
    names.set("page", page_map(context));
    names.set("references", references_list(context));
    names.set("terms_used", terms_used(context));
    Result<std::string> html =
        templates_.render(context.page().layout, expression::MapScope(std::move(names)), &context);
    if (html) return *std::move(html);
    context.findings().add(std::move(html).finding());
    return {};
}

bool PageMaker::has_companion(std::size_t i) const {
    return report::has_companion(site_, page(i), i % site_.language_count());
}

std::string PageMaker::companion(std::size_t i, std::string_view html) const {
    return companion_text(PageContext(site_, page(i), i % site_.language_count()), html);
}

PageMaker::Made PageMaker::make(std::size_t i, Findings& findings, std::string_view folder) const {
    const std::string base_path = path_of_url(site_.base_url);
    const std::size_t language = i % site_.language_count();
    PageContext context(site_, page(i), language, {nullptr, origins_, folder});
    Made made{render(context), {}};
    made.links = links_of(site_.folder + context.file(), made.html, base_path);
    const HeadingIds ids = ids_given_way(context, made.links);
    if (ids.empty()) {
        findings.merge(std::move(context.findings()));
        return made;
    }
    PageContext again(site_, page(i), language, {&ids, origins_, folder});
    made.html = render(again);
    made.links = links_of(site_.folder + context.file(), made.html, base_path);
    findings.merge(std::move(again.findings()));
    return made;
}

}  // namespace regioscope::report
