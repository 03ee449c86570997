// Arguments of domain functions: ids become the things they name, with a finding at the argument when there
// is none.
#pragma once

#include <optional>
#include <vector>

#include "analysis/environment.h"
#include "analysis/figure_set.h"
#include "expression/functions.h"

namespace regioscope::analysis {

/// Finding `no-data-here` when the expression is evaluated without a report (a template of another program).
Result<Environment*> environment_of(const expression::CallContext& context);

/// Findings: `unknown-indicator`, `unknown-region`, `unknown-region-set`, `unknown-table`, `invalid-period`,
/// `unknown-period`.
Result<data::IndicatorIndex> indicator_argument(const Environment& environment,
                                                const expression::Arguments& arguments, std::size_t index);
/// An id or a region.
Result<data::RegionIndex> region_argument(const Environment& environment,
                                          const expression::Arguments& arguments, std::size_t index);
/// A set's id or a list of regions; not given: the regions the report is about.
Result<std::vector<data::RegionIndex>> regions_argument(const Environment& environment,
                                                        const expression::Arguments& arguments,
                                                        std::size_t index);
/// A period as in datasets ("2015") or a number of a year; nothing when not given.
Result<std::optional<data::PeriodIndex>> period_argument(const Environment& environment,
                                                         const expression::Arguments& arguments,
                                                         std::size_t index);
Result<data::TableIndex> table_argument(const Environment& environment,
                                        const expression::Arguments& arguments, std::size_t index);
Result<const FigureSet*> set_argument(const expression::Arguments& arguments, std::size_t index);

/// A region's figure, recorded as read. Finding `no-figure` when this edition has none.
Result<const Measurement*> read_figure(Environment& environment, data::IndicatorIndex indicator,
                                       data::RegionIndex region, std::optional<data::PeriodIndex> period,
                                       Span span);

}  // namespace regioscope::analysis
