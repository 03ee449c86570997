// From a number back to the document it stands in: what it is, what was measured where, who printed it at
// which place, and what was changed on the way.
#pragma once

#include <string>

#include "report/site.h"

namespace regioscope::cli {

/// All figures of a region on an indicator, first the one that the report shows; names in the report's
/// default language. Empty when there is none.
std::string explanation(const report::Site& site, data::RegionIndex region, data::IndicatorIndex indicator);

}  // namespace regioscope::cli
