#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "figures/profile_table.h"
#include "report/figure_view.h"
#include "report/pages/common.h"
#include "report/pages/diagnosis_profile.h"
#include "report/pages/fingerprint.h"
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

/// The pages of one region, in the order of its tabs.
enum class RegionPage { portrait, figures, organisations, sheet };

struct KindOfPage {
    RegionPage kind;
    std::string_view file;
    std::string_view layout;
    std::string_view name;
};

constexpr std::array kinds_of_page = {
    KindOfPage{RegionPage::portrait, ".html", "pages/region.html", "region.portrait"},
    KindOfPage{RegionPage::figures, "/figures.html", "pages/region-figures.html", "region.all-figures"},
    KindOfPage{RegionPage::organisations, "/organisations.html", "pages/region-organisations.html",
               "region.organisations"},
    KindOfPage{RegionPage::sheet, "/sheet.html", "pages/sheet.html", "region.sheet"}};

const KindOfPage& row_of(RegionPage kind) {
    return kinds_of_page[static_cast<std::size_t>(kind)];
}

std::string path_of(const data::Dataset& dataset, RegionIndex region, RegionPage kind) {
    return fmt::format("regions/{}{}", dataset[region].id, row_of(kind).file);
}

bool is_studied(const Site& site, RegionIndex region) {
    return std::find(site.regions.begin(), site.regions.end(), region) != site.regions.end();
}

/// Countries and wider areas have one page; a region of which nobody is known has no page of companies.
bool has_page(const Site& site, RegionIndex region, RegionPage kind) {
    if (kind == RegionPage::portrait) return true;
    if (!is_studied(site, region)) return false;
    const data::Profile& profile = site.edition->facts.profile(region);
    return kind != RegionPage::organisations || profile.employers || !profile.organisations.empty() ||
           !profile.partnerships.empty();
}

/// What else there is of the region: {label, href, current}.
List tabs(const PageContext& context, RegionIndex region, RegionPage here) {
    List list;
    for (const KindOfPage& one : kinds_of_page) {
        if (!has_page(context.site(), region, one.kind)) continue;
        list.push_back(Map{{"label", context.message(one.name)},
                           {"href", context.href(path_of(context.dataset(), region, one.kind))},
                           {"current", one.kind == here}});
    }
    return list.size() > 1 ? list : List{};
}

Value areas(const PageContext& context, const data::Region& region) {
    List list;
    for (const data::AreaIndex index : region.areas) {
        const data::Area& area = context.dataset()[index];
        list.push_back(Map{{"name", context.presenter().plain(area.name)},
                           {"note", area.note.empty() ? Value::none() : markup(context.text()(area.note))}});
    }
    return list;
}

Value markup_or_none(escape::SafeHtml html) {
    return html.empty() ? Value::none() : markup(std::move(html));
}

void set_key_figures(PageContext& context, Map& names, RegionIndex index) {
    const Site& site = context.site();
    const bool is_country = context.dataset()[index].kind == data::RegionKind::benchmark;
    const figures::ProfileTable declared{"key-figures", index, visible_indicators(site),
                                         is_country ? std::nullopt : site.benchmark_of(index)};
    names.set("key_figures", table_markup(context, figures::profile_table(declared, site.edition->standings,
                                                                          context.presenter(), context.to(),
                                                                          context.text())));
}

void fill_region(PageContext& context, Map& names, RegionIndex index, RegionPage kind) {
    const Site& site = context.site();
    const data::Region& region = site.dataset()[index];
    names.set("region", analysis::region_value(context, index));
    names.set("tabs", tabs(context, index, kind));
    names.set("switcher_regions",
              region_switcher(context, {index}, [kind](const data::Dataset& dataset, RegionIndex other) {
                  return path_of(dataset, other, kind);
              }));
    const NarrativePage* const story = site.find_narrative("regions/" + region.id);
    names.set("sentence", story == nullptr ? std::string() : story_opening(context, *story));
    switch (kind) {
        case RegionPage::portrait: {
            const escape::SafeHtml drawn = fingerprint(context, index);
            names.set("fingerprint", markup_or_none(drawn));
            if (story != nullptr) fill_story(context, names, *story);
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
            names.set("milestones", markup_or_none(milestone_figure(context, index)));
            names.set("key_figures", Value::none());
            // Where there is nobody to stand among, the figures themselves are the portrait.
            if (drawn.empty()) set_key_figures(context, names, index);
            break;
        }
        case RegionPage::figures:
            names.set("elements", markup_or_none(diagnosis_profile(context, index)));
            set_key_figures(context, names, index);
            break;
        case RegionPage::organisations:
            fill_profile(context, names, index);
            break;
        case RegionPage::sheet:
            names.set("regions", region_list(context, site.regions));
            names.set("fingerprint", markup_or_none(fingerprint(context, index, lines_on_a_sheet)));
            fill_profile(context, names, index);
            break;
    }
}

void fill_regions_index(PageContext& context, Map& names) {
    names.set("regions", region_list(context, context.site().regions));
    names.set("benchmarks", region_list(context, context.site().benchmarks));
    names.set("context_regions", region_list(context, context.site().context_regions));
}

Page page_of(const Site& site, RegionIndex index, RegionPage kind) {
    const data::Dataset& dataset = site.dataset();
    Subject about;
    if (kind == RegionPage::portrait)
        about = {.story = site.find_narrative("regions/" + dataset[index].id), .region = index};
    const std::string portrait = path_of(dataset, index, RegionPage::portrait);
    return {
        .path = path_of(dataset, index, kind),
        .layout = std::string(row_of(kind).layout),
        .title =
            [index, kind](const PageContext& context) {
                const std::string& name = context.presenter().names(index).name;
                return kind == RegionPage::portrait
                           ? name
                           : context.message("region.side", {{"region", name},
                                                             {"side", context.message(row_of(kind).name)}});
            },
        .description =
            [index](const PageContext& context) {
                return context.message("region.description", {{"in", context.presenter().names(index).in}});
            },
        .fill = [index, kind](PageContext& context, Map& names) { fill_region(context, names, index, kind); },
        .parent = kind == RegionPage::portrait ? "regions/index.html" : portrait,
        .section = "regions/index.html",
        .about = about};
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
            if (group == &site.regions) order.push_back(path_of(site.dataset(), index, RegionPage::portrait));
            for (const KindOfPage& one : kinds_of_page) {
                if (has_page(site, index, one.kind)) site.plan.add(page_of(site, index, one.kind), findings);
            }
        }
    }
    site.plan.chain(order);
}

}  // namespace regioscope::report
