// An indicator's figures of the regions on one small line, beside its name in a list.
#pragma once

#include <string>

#include "report/page_context.h"

namespace regioscope::report {

/// Fewer regions than that make neither a line nor a ranking.
inline constexpr std::size_t least_compared = 3;

bool is_compared(const Site& site, data::IndicatorIndex indicator);

/// `label` stands before it. Empty where too few regions have a figure, or so
/// many that no mark could be told from another.
escape::SafeHtml indicator_line(const PageContext& context, data::IndicatorIndex indicator,
                                const std::string& label);

/// `Unemployment, 2015`
std::string measure_and_period(const PageContext& context, data::IndicatorIndex indicator);

/// The indicator and each figure that it has, with region and period: {label, href, figures: [{value, region,
/// period}]}.
expression::Value single_figures_map(const PageContext& context, data::IndicatorIndex indicator);

}  // namespace regioscope::report
