// A region's profile in the diagnosis: a strip per element that has scores, the region among the others.
#pragma once

#include "analysis/diagnosis.h"
#include "escape/safe_html.h"
#include "report/page_context.h"

namespace regioscope::report {

/// All regions on what was measured: a strip per element, from the lowest to the highest. Empty where nothing
/// is.
escape::SafeHtml diagnosis_picture(const PageContext& context, const analysis::Diagnosis& diagnosis);

/// Empty where the report has no diagnosis, or no score of this region.
escape::SafeHtml diagnosis_profile(const PageContext& context, data::RegionIndex region);

}  // namespace regioscope::report
