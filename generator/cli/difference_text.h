// The difference of two editions for the editor who rolls a report forward: first what there is to look at
// again, then what changed.
#pragma once

#include <string>
#include <vector>

#include "report/revisit.h"

namespace regioscope::cli {

std::string difference_text(const report::Changes& changes, const std::vector<report::Revisit>& revisit);

}  // namespace regioscope::cli
