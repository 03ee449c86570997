#include <algorithm>

#include "analysis/plausibility/freshness.h"
#include "figures/rank_series_table.h"
#include "figures/ranking_table.h"
#include "figures/series_table.h"
#include "report/figure_view.h"
#include "report/pages/calculation.h"
#include "report/pages/common.h"
#include "report/pages/indicator_line.h"
#include "report/pages/pages.h"

namespace regioscope::report {

using data::IndicatorIndex;
using expression::List;
using expression::Map;
using expression::Value;

namespace {

std::vector<data::RegionIndex> comparison_regions(const Site& site) {
    std::vector<data::RegionIndex> others = site.benchmarks;
    others.insert(others.end(), site.context_regions.begin(), site.context_regions.end());
    return others;
}

Value operands(const PageContext& context, const data::Indicator& indicator) {
    List list;
    if (!indicator.derivation) return list;
    for (const IndicatorIndex operand : indicator.derivation->operands) {
        list.push_back(link(context.presenter().name(operand), context.to().indicator(operand)));
    }
    return list;
}

/// Of more regions than these a page shows the latest figures, and leads to the others.
constexpr std::size_t most_in_full = 30;

/// Where all periods of all regions stand: the printed tables and the file of all figures.
Value full_series(const PageContext& context, IndicatorIndex indicator) {
    const data::Dataset& dataset = context.dataset();
    std::vector<data::TableIndex> tables;
    for (const analysis::Measurement& measurement : context.measurements().of(indicator)) {
        for (const data::ObservationIndex origin : measurement.origins) {
            const data::TableIndex table = dataset[origin].table;
            if (std::find(tables.begin(), tables.end(), table) == tables.end()) tables.push_back(table);
        }
    }
    List links;
    for (const data::TableIndex table : tables)
        links.push_back(
            link(context.presenter().plain(dataset[table].title), context.href(table_page(dataset, table))));
    links.push_back(link("data/observations.csv", context.file_href("data/observations.csv")));
    return links;
}

/// Says so when a newer figure was due by the edition's date.
Value stale_words(const PageContext& context, IndicatorIndex index) {
    const Site& site = context.site();
    const analysis::Measurement* const newest =
        analysis::stale_figure(site.edition->measurements, index, site.edition->declared());
    if (newest == nullptr) return Value::none();
    const analysis::Presenter& presenter = context.presenter();
    return presenter.message("indicator.stale", {{"count", Decimal(site.dataset()[index].cadence_months)},
                                                 {"period", presenter.period(newest->period)}});
}

/// Empty where the area is called as the region is.
std::string area_unless_named(const analysis::Presenter& presenter, const analysis::Measurement& figure) {
    const data::Area& area = presenter.dataset()[figure.area];
    std::string name = presenter.plain(area.name);
    return name == presenter.names(area.region).name ? std::string() : name;
}

/// Where too few regions have a figure to rank them: each figure for itself, {value, href, region, area,
/// period}.
List single_figures(const PageContext& context, IndicatorIndex index) {
    const Site& site = context.site();
    List list;
    if (is_compared(site, index)) return list;
    const analysis::Presenter& presenter = context.presenter();
    std::vector<data::RegionIndex> all = site.regions;
    const std::vector<data::RegionIndex> others = comparison_regions(site);
    all.insert(all.end(), others.begin(), others.end());
    for (const data::RegionIndex region : all) {
        const analysis::Measurement* const figure = context.measurements().find(index, region);
        if (figure == nullptr || !figure->value) continue;
        list.push_back(
            Map{{"value", presenter.figure(*figure)},
                {"href", figure->derived ? std::string() : context.to().observation(figure->origins.front())},
                {"region", analysis::region_value(context, region)},
                {"area", area_unless_named(presenter, *figure)},
                {"period", presenter.period(figure->period)}});
    }
    return list;
}

void fill_indicators(PageContext& context, Map& names, IndicatorIndex index) {
    const Site& site = context.site();
    const data::Indicator& indicator = site.dataset()[index];
    const analysis::Presenter& presenter = context.presenter();
    names.set("indicator",
              Map{{"id", indicator.id},
                  {"name", presenter.name(index)},
                  {"unit", presenter.unit(index)},
                  {"polarity",
                   presenter.message("polarity." + std::string(data::polarity_words[indicator.polarity]))},
                  {"formula", presenter.formula(index)},
                  {"operands", operands(context, indicator)}});
    names.set("definition", markup(context.text()(indicator.definition)));
    names.set("note", indicator.note.empty() ? Value::none() : markup(context.text()(indicator.note)));
    names.set("stale", stale_words(context, index));
    const escape::SafeHtml chart = indicator_figure(context, index);
    names.set("chart", chart.empty() ? Value::none() : markup(chart));
    const std::vector<data::RegionIndex> others = comparison_regions(site);
    names.set("single", single_figures(context, index));
    const bool is_in_full = site.regions.size() <= most_in_full;
    names.set("ranking", table_markup(context, figures::ranking_table(
                                                   {"ranking", index, site.regions, others, !is_in_full},
                                                   presenter, context.to(), context.text())));
    names.set("full_series", is_in_full ? Value(List{}) : full_series(context, index));
    // Figures lead to their calculation however many regions there are.
    names.set("calculation", table_markup(context, calculation_table(context, index)));
    if (!is_in_full) {
        for (const char* const table : {"series", "places"})
            names.set(table, Value::none());
        return;
    }
    std::vector<data::RegionIndex> all = site.regions;
    all.insert(all.end(), others.begin(), others.end());
    names.set("series", table_markup(context, figures::series_table({"series", index, all}, presenter,
                                                                    context.to(), context.text())));
    names.set("places",
              table_markup(context, figures::rank_series_table({"places", index, site.regions}, presenter,
                                                               context.to(), context.text())));
}

void fill_indicators_index(PageContext& context, Map& names) {
    const Site& site = context.site();
    List themes;
    List with_single;
    for (std::size_t i = 0; i < site.dataset().themes.size(); ++i) {
        const auto theme = static_cast<data::ThemeIndex>(i);
        List compared;
        List single;
        for (const IndicatorIndex indicator : visible_indicators(site)) {
            if (site.dataset()[indicator].theme != theme) continue;
            if (is_compared(site, indicator)) {
                compared.push_back(
                    link(context.presenter().name(indicator), context.to().indicator(indicator)));
            } else {
                single.push_back(single_figures_map(context, indicator));
            }
        }
        const Value named =
            link(context.presenter().plain(site.dataset()[theme].name), context.to().theme(theme));
        if (!compared.empty()) themes.push_back(Map{{"theme", named}, {"indicators", std::move(compared)}});
        if (!single.empty()) with_single.push_back(Map{{"theme", named}, {"indicators", std::move(single)}});
    }
    names.set("single", std::move(with_single));
    names.set("themes", std::move(themes));
}

}  // namespace

void plan_indicators(Site& site, Findings& findings) {
    site.plan.add({.path = "indicators/index.html",
                   .layout = "pages/indicators.html",
                   .title = [](const PageContext& context) { return context.message("nav.indicators"); },
                   .fill = fill_indicators_index},
                  findings);
    std::vector<std::string> order;
    for (const IndicatorIndex index : visible_indicators(site)) {
        order.push_back("indicators/" + site.dataset()[index].id + ".html");
        site.plan.add(
            {.path = order.back(),
             .layout = "pages/indicator.html",
             .title = [index](const PageContext& context) { return context.presenter().name(index); },
             .description =
                 [index](const PageContext& context) {
                     return context.presenter().plain(context.dataset()[index].definition);
                 },
             .fill = [index](PageContext& context, Map& names) { fill_indicators(context, names, index); },
             .parent = "themes/" + site.dataset()[site.dataset()[index].theme].id + ".html",
             .section = "indicators/index.html",
             .about = {.indicator = index}},
            findings);
    }
    site.plan.chain(order);
}

}  // namespace regioscope::report
