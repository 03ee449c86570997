#include <map>

#include "report/pages/common.h"
#include "report/pages/pages.h"

namespace regioscope::report {

using expression::List;
using expression::Map;

namespace {

/// Which group of the list a page belongs to, by where it stands.
std::string_view group_of(std::string_view path) {
    const std::map<std::string_view, std::string_view> folders = {
        {"regions", "search.kind.region"}, {"indicators", "search.kind.indicator"},
        {"themes", "search.kind.theme"},   {"figures", "search.kind.figure"},
        {"sources", "search.kind.source"}, {"compare", "search.kind.compare"}};
    const auto found = folders.find(path.substr(0, path.find('/')));
    return found == folders.end() || path.find('/') == std::string_view::npos ? "search.kind.page"
                                                                              : found->second;
}

/// Every page of the site, by kind: a list that serves without script, and that script narrows.
void fill_search(PageContext& context, Map& names) {
    const std::vector<std::string_view> order = {
        "search.kind.page",   "search.kind.region", "search.kind.theme",  "search.kind.indicator",
        "search.kind.figure", "search.kind.source", "search.kind.compare"};
    std::map<std::string_view, List> by_group;
    for (const Page& page : context.site().plan.pages()) {
        if (page.is_apart || page.path == "404.html" || page.path == "search.html") continue;
        by_group[group_of(page.path)].push_back(
            Map{{"label", page.title(context)},
                {"href", context.href(page.path)},
                {"words", page.description ? page.description(context) : std::string()}});
    }
    List groups;
    for (const std::string_view group : order) {
        if (by_group[group].empty()) continue;
        groups.push_back(Map{{"name", context.message(group)}, {"pages", std::move(by_group[group])}});
    }
    names.set("groups", std::move(groups));
}

}  // namespace

void plan_search(Site& site, Findings& findings) {
    site.plan.add({.path = "search.html",
                   .layout = "pages/search.html",
                   .title = [](const PageContext& context) { return context.message("search.title"); },
                   .fill = fill_search},
                  findings);
}

}  // namespace regioscope::report
