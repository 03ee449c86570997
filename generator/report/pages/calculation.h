// How computed figures were computed: the operands of each, with the cells that they stand in.
#pragma once

#include <string>

#include "figures/table.h"
#include "report/page_context.h"

namespace regioscope::report {

/// A row for each figure of a derived indicator; without rows for others, and where they would be too many to
/// read.
figures::Table calculation_table(const PageContext& context, data::IndicatorIndex indicator);

/// Where a figure leads: an observed one to its cell, a computed one to its calculation.
std::string origin_href(const PageContext& context, const analysis::Measurement& measurement);

}  // namespace regioscope::report
