#include <algorithm>

#include "markdown/render.h"
#include "report/pages/common.h"
#include "report/pages/pages.h"
#include "report/pages/story.h"

namespace regioscope::report {

using expression::List;
using expression::Map;

namespace {

/// Pages whose text stands inside a page of another kind.
bool has_page_of_its_own(const std::string& path) {
    return path != "home" && !path.starts_with("regions/");
}

/// The beginning of its text.
Span origin_of(const NarrativePage& page) {
    const Span text = page.in(0).span();
    return {text.source, text.begin, text.begin};
}

std::string layout_of(const NarrativePage& page, const Settings& settings) {
    const auto own = settings.page_templates.find(page.path);
    return own == settings.page_templates.end() ? "pages/chapter.html" : own->second.name;
}

}  // namespace

void plan_chapters(Site& site, Findings& findings) {
    for (const NarrativePage* const page : site.narrative) {
        if (!has_page_of_its_own(page->path)) continue;
        site.plan.add(
            {.path = page->path + ".html",
             .layout = layout_of(*page, site.settings()),
             .title = [page](const PageContext& context) { return story_title(context, *page); },
             .description = [page](const PageContext& context) { return story_opening(context, *page); },
             .fill = [page](PageContext& context, Map& names) { fill_story(context, names, *page); },
             .section = "chapters.html",
             .origin = origin_of(*page),
             .about = {.story = page}},
            findings);
    }
    if (site.settings().chapters.empty()) return;
    site.plan.add(
        {.path = "chapters.html",
         .layout = "pages/chapters.html",
         .title = [](const PageContext& context) { return context.message("nav.chapters"); },
         .fill = [](PageContext& context, Map& names) { names.set("chapters", chapter_list(context)); }},
        findings);
    std::vector<std::string> order;
    for (const std::string& chapter : site.settings().chapters)
        order.push_back(chapter + ".html");
    site.plan.chain(order);
}

}  // namespace regioscope::report
