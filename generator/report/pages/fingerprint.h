// Where a region stands among the others on the key figures, a line each: its fingerprint.
#pragma once

#include "report/page_context.h"

namespace regioscope::report {

/// Empty for countries and wider areas, and in a report of one region or of very many.
escape::SafeHtml fingerprint(const PageContext& context, data::RegionIndex region);

}  // namespace regioscope::report
