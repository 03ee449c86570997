// Two regions as connected marks, one line per measure: the picture of a page that sets them side by side.
#pragma once

#include "report/pages/pair_tables.h"

namespace regioscope::report {

/// Largest difference first. Empty where no two figures tell anything.
escape::SafeHtml pair_picture(const PageContext& context, const RegionPair& pair,
                              const std::vector<analysis::PairFigure>& figures);

/// What the picture comes down to, in one sentence: the two largest differences, and a measure on which they
/// are about equal. Empty where nothing differs.
std::string pair_lead(const PageContext& context, const std::vector<analysis::PairFigure>& figures);

}  // namespace regioscope::report
