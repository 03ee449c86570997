#include <utility>

#include "figures/profile_table.h"
#include "report/figure_view.h"
#include "report/pages/common.h"
#include "report/pages/diagnosis_profile.h"
#include "report/pages/pages.h"
#include "report/pages/portrait.h"
#include "report/pages/profile.h"
#include "report/pages/story.h"

namespace regioscope::report {

using data::RegionIndex;
using expression::List;
using expression::Map;
using expression::Value;

namespace {

Value areas(const PageContext& context, const data::Region& region) {
    List list;
    for (const data::AreaIndex index : region.areas) {
        const data::Area& area = context.dataset()[index];
        list.push_back(Map{{"name", context.presenter().plain(area.name)},
                           {"note", area.note.empty() ? Value::none() : markup(context.text()(area.note))}});
    }
    return list;
}

void fill_regions(PageContext& context, Map& names, RegionIndex index) {
    const Site& site = context.site();
    const data::Region& region = site.dataset()[index];
    names.set("region", analysis::region_value(context, index));
    const escape::SafeHtml position = position_strips(context, index);
    if (const NarrativePage* const story = site.find_narrative("regions/" + region.id))
        fill_story(context, names, *story);
    names.set("note", region.note.empty() ? Value::none() : markup(context.text()(region.note)));
    names.set("areas", region.areas.size() > 1 ? areas(context, region) : Value(List{}));
    List municipalities;
    for (const std::string& municipality : region.municipalities)
        municipalities.push_back(municipality);
    names.set("municipalities", std::move(municipalities));
    names.set("nuts", region.nuts);
    fill_portrait(context, names, index);
    fill_profile(context, names, index);
    fill_comparisons(context, names, index);
    names.set("position", position.empty() ? Value::none() : markup(position));
    const escape::SafeHtml elements = diagnosis_profile(context, index);
    names.set("elements", elements.empty() ? Value::none() : markup(elements));
    const auto benchmark =
        region.kind == data::RegionKind::benchmark ? std::nullopt : site.benchmark_of(index);
    const figures::ProfileTable declared{"key-figures", index, visible_indicators(site), benchmark};
    names.set("key_figures", table_markup(context, figures::profile_table(declared, site.edition->standings,
                                                                          context.presenter(), context.to(),
                                                                          context.text())));
}

void fill_regions_index(PageContext& context, Map& names) {
    names.set("regions", region_list(context, context.site().regions));
    names.set("benchmarks", region_list(context, context.site().benchmarks));
    names.set("context_regions", region_list(context, context.site().context_regions));
}

}  // namespace

void plan_regions(Site& site, Findings& findings) {
    site.plan.add({.path = "regions/index.html",
                   .layout = "pages/regions.html",
                   .title = [](const PageContext& context) { return context.message("nav.regions"); },
                   .fill = fill_regions_index},
                  findings);
    std::vector<std::string> order;
    for (const std::vector<RegionIndex>* const group :
         {&site.regions, &site.benchmarks, &site.context_regions}) {
        for (const RegionIndex index : *group) {
            const std::string path = "regions/" + site.dataset()[index].id + ".html";
            if (group == &site.regions) order.push_back(path);
            site.plan.add(
                {.path = path,
                 .layout = "pages/region.html",
                 .title =
                     [index](const PageContext& context) { return context.presenter().names(index).name; },
                 .description =
                     [index](const PageContext& context) {
                         return context.message("region.description",
                                                {{"in", context.presenter().names(index).in}});
                     },
                 .fill = [index](PageContext& context, Map& names) { fill_regions(context, names, index); },
                 .parent = "regions/index.html",
                 .section = "regions/index.html"},
                findings);
        }
    }
    site.plan.chain(order);
}

}  // namespace regioscope::report
