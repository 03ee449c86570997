// From where it stood to what was agreed: a line for each target that names both, with the aim that was
// agreed first and what was measured since.
#pragma once

#include "escape/safe_html.h"
#include "report/page_context.h"

namespace regioscope::report {

/// Empty where no target has a number and a baseline.
escape::SafeHtml goal_ladders(const PageContext& context);

}  // namespace regioscope::report
