#include "report/pages/indicator_line.h"

#include "report/pages/common.h"
#include "report/proof.h"

namespace regioscope::report {

using expression::List;
using expression::Map;
using expression::Value;

namespace {

/// As on the line of a region's portrait.
constexpr std::size_t most_marks = 40;

}  // namespace

bool is_compared(const Site& site, data::IndicatorIndex indicator) {
    return site.edition->standings.of(indicator).counted >= least_compared;
}

escape::SafeHtml indicator_line(const PageContext& context, data::IndicatorIndex indicator,
                                const std::string& label) {
    const Site& site = context.site();
    if (!is_compared(site, indicator) || site.regions.size() > most_marks) return {};
    const analysis::Standing& standing = site.edition->standings.of(indicator);
    figures::StripSubject subject{indicator, {}, {}};
    for (const analysis::Measurement* const figure : standing.measurements)
        if (figure != nullptr) subject.figures.push_back(figure);
    for (const std::size_t position : {standing.order.front(), standing.order[standing.counted - 1]})
        subject.named.push_back(site.edition->standings.regions()[position]);
    return small_line(context, subject, label);
}

std::string measure_and_period(const PageContext& context, data::IndicatorIndex indicator) {
    const analysis::Presenter& presenter = context.presenter();
    const auto reference = context.site().edition->standings.of(indicator).reference;
    return presenter.short_name(indicator) + (reference ? ", " + presenter.period(*reference) : "");
}

Value single_figures_map(const PageContext& context, data::IndicatorIndex indicator) {
    const Site& site = context.site();
    const analysis::Presenter& presenter = context.presenter();
    List figures;
    for (const auto* const group : {&site.regions, &site.benchmarks, &site.context_regions}) {
        for (const data::RegionIndex region : *group) {
            const analysis::Measurement* const figure = context.measurements().find(indicator, region);
            if (figure == nullptr || !figure->value) continue;
            figures.push_back(Map{{"value", presenter.figure(*figure)},
                                  {"region", presenter.names(region).short_name},
                                  {"period", presenter.period(figure->period)}});
        }
    }
    return Map{{"label", presenter.name(indicator)},
               {"href", context.to().indicator(indicator)},
               {"figures", std::move(figures)}};
}

}  // namespace regioscope::report
