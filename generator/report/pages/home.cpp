#include "figures/comparison_table.h"
#include "report/pages/common.h"
#include "report/pages/pages.h"
#include "report/pages/story.h"

namespace regioscope::report {

using expression::List;
using expression::Map;

namespace {

void fill_home(PageContext& context, Map& names) {
    const Site& site = context.site();
    names.set("regions", region_list(context, site.regions));
    if (const NarrativePage* const story = site.find_narrative("home")) fill_story(context, names, *story);
    names.set("chapters", chapter_list(context));
    names.set("introduction", markup(context.text()(site.settings().description)));
    names.set("key_figures", table_markup(context, figures::comparison_table(
                                                       {"key-figures", site.key_indicators, site.regions,
                                                        figures::ComparisonTable::Themes::flat},
                                                       context.presenter(), context.to(), context.text())));
    List themes;
    for (std::size_t i = 0; i < site.dataset().themes.size(); ++i) {
        const std::string href = context.to().theme(static_cast<data::ThemeIndex>(i));
        if (!href.empty())
            themes.push_back(link(context.presenter().plain(site.dataset().themes[i].name), href));
    }
    names.set("themes", std::move(themes));
}

}  // namespace

void plan_home(Site& site, Findings& findings) {
    site.plan.add({.path = "index.html",
                   .layout = "pages/home.html",
                   .title =
                       [](const PageContext& context) {
                           return context.presenter().plain(context.site().settings().title);
                       },
                   .description =
                       [](const PageContext& context) {
                           return context.presenter().plain(context.site().settings().description);
                       },
                   .fill = fill_home},
                  findings);
}

}  // namespace regioscope::report
