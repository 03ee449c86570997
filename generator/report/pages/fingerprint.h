// Where a region stands among the others on the key figures, a line each: its fingerprint.
#pragma once

#include <limits>

#include "figures/kind.h"
#include "report/page_context.h"

namespace regioscope::report {

/// So many lines fit a sheet of paper beside everything else.
inline constexpr std::size_t lines_on_a_sheet = 7;

/// The first `most` of the key figures. Empty for countries and wider areas, and in a report of one region or
/// of very many.
escape::SafeHtml fingerprint(const PageContext& context, data::RegionIndex region,
                             std::size_t most = std::numeric_limits<std::size_t>::max());

/// The drawing alone; empty where that is.
figures::Chart fingerprint_chart(const PageContext& context, data::RegionIndex region, std::size_t most);

}  // namespace regioscope::report
