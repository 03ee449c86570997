// What names a period, or asks for one, and so does not go along when newer figures come.
#pragma once

#include "base/finding.h"
#include "report/site.h"

namespace regioscope::report {

/// Findings `pinned-period`, one for each claim, figure and text and what it asks for: a warning where there
/// are newer figures now, a note where the next ones will be passed over. A text, claim or condition that
/// reads the newest figures as well compares with the past and is left alone.
void find_pinned_periods(const Site& site, Findings& findings);

}  // namespace regioscope::report
