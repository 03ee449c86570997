#include "figures/comparison_table.h"
#include "report/pages/common.h"
#include "report/pages/indicator_line.h"
#include "report/pages/pages.h"

namespace regioscope::report {

using data::IndicatorIndex;
using data::ThemeIndex;
using expression::List;
using expression::Map;

namespace {

/// A table with more regions across than this is no table for people.
constexpr std::size_t most_columns = 12;

std::vector<IndicatorIndex> indicators_of(const Site& site, ThemeIndex theme) {
    std::vector<IndicatorIndex> found;
    for (const IndicatorIndex indicator : visible_indicators(site)) {
        if (site.dataset()[indicator].theme == theme) found.push_back(indicator);
    }
    return found;
}

void fill_themes(PageContext& context, Map& names, ThemeIndex index) {
    const Site& site = context.site();
    const data::Theme& theme = site.dataset()[index];
    names.set("description", markup(context.text()(theme.description)));
    const std::vector<IndicatorIndex> of_theme = indicators_of(site, index);
    List compared;
    List single;
    for (const IndicatorIndex indicator : of_theme) {
        if (!is_compared(site, indicator)) {
            single.push_back(single_figures_map(context, indicator));
            continue;
        }
        const auto reference = site.edition->standings.of(indicator).reference;
        const escape::SafeHtml line = indicator_line(
            context, indicator, reference ? context.presenter().period(*reference) : std::string());
        compared.push_back(Map{{"label", context.presenter().name(indicator)},
                               {"href", context.to().indicator(indicator)},
                               {"line", line.empty() ? expression::Value::none() : markup(line)}});
    }
    names.set("compared", std::move(compared));
    names.set("single", std::move(single));
    names.set("regions", region_list(context, site.regions));
    std::vector<data::RegionIndex> columns = site.regions;
    columns.insert(columns.end(), site.benchmarks.begin(), site.benchmarks.end());
    const bool fits = columns.size() <= most_columns;
    names.set("comparison",
              fits ? table_markup(context, figures::comparison_table({"comparison", of_theme, columns,
                                                                      figures::ComparisonTable::Themes::flat},
                                                                     context.presenter(), context.to(),
                                                                     context.text()))
                   : expression::Value::none());
}

}  // namespace

void plan_themes(Site& site, Findings& findings) {
    std::vector<std::string> order;
    for (std::size_t i = 0; i < site.dataset().themes.size(); ++i) {
        const auto index = static_cast<ThemeIndex>(i);
        if (indicators_of(site, index).empty()) continue;
        order.push_back("themes/" + site.dataset()[index].id + ".html");
        site.plan.add(
            {.path = order.back(),
             .layout = "pages/theme.html",
             .title =
                 [index](const PageContext& context) {
                     return context.presenter().plain(context.dataset()[index].name);
                 },
             .description =
                 [index](const PageContext& context) {
                     return context.presenter().plain(context.dataset()[index].description);
                 },
             .fill = [index](PageContext& context, Map& names) { fill_themes(context, names, index); },
             .parent = "indicators/index.html",
             .section = "indicators/index.html"},
            findings);
    }
    site.plan.chain(order);
}

}  // namespace regioscope::report
