#include "report/exports/data_file.h"
#include "report/exports/exports.h"
#include "report/pages/common.h"
#include "report/pages/offered_file.h"
#include "report/pages/pages.h"
#include "report/pages/paper.h"

namespace regioscope::report {

using expression::List;
using expression::Map;

namespace {

/// What can be taken along, in groups.
void offer_files(const PageContext& context, Map& names) {
    const Site& site = context.site();
    const auto own = [&](std::string_view path) { return site.file_of(path, context.language()); };
    List downloads;
    List workings;
    List lists;
    for (const DataFile& file : data_files(site)) {
        if (file.part == DataFile::Part::drawn) continue;  // they stand below their figures
        List& group = file.part == DataFile::Part::figures ? downloads
                      : file.part == DataFile::Part::lists ? lists
                                                           : workings;
        offer(context, group, file.path, title_of(file, site, context.language()));
    }
    offer(context, downloads, own(whole_workbook), context.message("data.workbook-file"));
    List programs;
    offer(context, programs, own(json_stat_collection), context.message("data.json-stat-file"));
    offer(context, programs, data_package_path, context.message("data.package-file"));
    offer(context, programs, claims_path, context.message("data.claims-file"));
    offer(context, programs, catalogue_path, context.message("data.catalogue-file"));
    offer(context, programs, catalogue_json_path, context.message("data.catalogue-file"));
    List regions;
    for (const data::Region& region : site.dataset().regions) {
        const data::RegionIndex index = site.dataset().region_by_id.at(region.id);
        offer(context, regions, own(region_workbook(region.id)), context.presenter().names(index).name);
    }
    List indicators;
    for (const data::IndicatorIndex indicator : visible_indicators(site))
        offer(context, indicators, own(indicator_workbook(site.dataset()[indicator].id)),
              context.presenter().name(indicator));
    names.set("downloads", std::move(downloads));
    names.set("books", printed_books(context));
    names.set("paper", link(context.message("paper.title"), context.href(paper_page)));
    names.set("workings", std::move(workings));
    names.set("lists", std::move(lists));
    names.set("programs", std::move(programs));
    names.set("region_workbooks", std::move(regions));
    names.set("indicator_workbooks", std::move(indicators));
}

/// Whose boundaries maps are drawn in, in the words that their makers ask for.
List boundary_lines(const PageContext& context) {
    List lines;
    for (const figures::BoundarySet& set : context.site().project->declared_figures.ground.boundaries.sets) {
        lines.push_back(
            context.message("map.boundaries", {{"scheme", set.scheme},
                                               {"version", set.version},
                                               {"copyright", context.presenter().plain(set.copyright)}}));
    }
    return lines;
}

void fill_data(PageContext& context, Map& names) {
    const analysis::Presenter& presenter = context.presenter();
    offer_files(context, names);
    List derived;
    for (const data::IndicatorIndex indicator : visible_indicators(context.site())) {
        if (!context.dataset()[indicator].derivation) continue;
        derived.push_back(Map{{"name", presenter.name(indicator)},
                              {"href", context.to().indicator(indicator)},
                              {"formula", presenter.formula(indicator)}});
    }
    names.set("derived", std::move(derived));
    names.set("boundaries", boundary_lines(context));
    List statuses;
    for (const char code : {'B', 'D', 'E', 'F', 'G', 'I', 'K', 'P', 'U', 'V', 'W', 'H', 'L', 'M', 'O', 'Q'}) {
        statuses.push_back(Map{{"code", std::string(1, code)},
                               {"sign", presenter.locale().status_sign(code)},
                               {"name", presenter.locale().status_name(code)}});
    }
    names.set("statuses", std::move(statuses));
    names.set("doubtful", context.href("doubtful.html"));
    names.set("claims", context.href("claims.html"));
}

void fill_not_found(PageContext&, Map&) {}

}  // namespace

void plan_data(Site& site, Findings& findings) {
    site.plan.add({.path = "data.html",
                   .layout = "pages/data.html",
                   .title = [](const PageContext& context) { return context.message("data.title"); },
                   .fill = fill_data},
                  findings);
}

void plan_not_found(Site& site, Findings& findings) {
    if (!site.folder.empty()) return;  // hosts have one, at the root
    site.plan.add({.path = "404.html",
                   .layout = "pages/404.html",
                   .title = [](const PageContext& context) { return context.message("not-found.title"); },
                   .fill = fill_not_found},
                  findings);
}

}  // namespace regioscope::report
