#include "report/pages/navigation.h"

#include <algorithm>
#include <string>
#include <vector>

namespace regioscope::report {

using expression::List;
using expression::Map;
using expression::Value;

namespace {

struct Item {
    /// Of the message.
    std::string label;
    std::vector<std::string> pages;

    bool lists(std::string_view path) const {
        return std::find(pages.begin(), pages.end(), path) != pages.end();
    }
};

const std::vector<Item>& items() {
    static const std::vector<Item> all = {
        {"nav.chapters", {"chapters.html"}},
        {"nav.regions", {"regions/index.html"}},
        {"nav.compare", {"compare/index.html", "collaboration.html", "employers.html"}},
        {"nav.figures", {"figures/index.html", "indicators/index.html"}},
        {"nav.plans", {"plans.html", "goals.html", "initiatives.html", "diagnosis.html"}},
        {"nav.sources",
         {"sources/index.html", "data.html", "changes.html", "claims.html", "doubtful.html",
          "glossary.html"}},
        {"search.title", {"search.html"}}};
    return all;
}

const Item* item_with(std::string_view path) {
    const auto found =
        std::find_if(items().begin(), items().end(), [&](const Item& item) { return item.lists(path); });
    return found == items().end() ? nullptr : &*found;
}

}  // namespace

Value navigation(const PageContext& context) {
    const Page& here = context.page();
    const bool is_listed = is_in_navigation(here.path);
    // A page that the menu does not list belongs to one that it does.
    const std::string& nearest = is_listed ? here.path : here.section;
    const std::string mark = is_listed ? "page" : "true";
    List list;
    for (const Item& item : items()) {
        List pages;
        for (const std::string& path : item.pages) {
            const Page* const page = context.site().plan.find(path);
            if (page == nullptr) continue;
            pages.push_back(Map{{"label", page->title(context)},
                                {"href", context.href(path)},
                                {"current", path == nearest ? mark : std::string()}});
        }
        if (pages.empty()) continue;
        const Map first = pages.front().map();
        const bool is_alone = pages.size() == 1;
        const bool is_current = item_with(nearest) == &item;
        list.push_back(Map{{"label", context.message(item.label)},
                           {"href", *first.find("href")},
                           {"is_search", item.pages.front() == "search.html"},
                           {"current", !is_current ? Value("")
                                       : is_alone  ? Value(mark)
                                                   : Value("true")},
                           {"pages", is_alone ? Value(List{}) : Value(std::move(pages))}});
    }
    return list;
}

List pages_beside(const PageContext& context, const std::vector<std::string>& more) {
    const Item* const item = item_with(context.page().path);
    std::vector<std::string> paths;
    if (item != nullptr) paths = item->pages;
    paths.insert(paths.end(), more.begin(), more.end());
    List list;
    for (const std::string& path : paths) {
        const Page* const page = context.site().plan.find(path);
        if (page == nullptr || page == &context.page()) continue;
        list.push_back(Map{{"label", page->title(context)},
                           {"href", context.href(path)},
                           {"opening", page->description ? page->description(context) : std::string()}});
    }
    return list;
}

bool is_in_navigation(std::string_view path) {
    return item_with(path) != nullptr;
}

}  // namespace regioscope::report
