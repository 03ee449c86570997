// What one region could learn from another: sentences made of ranks and facts, each with where it comes from.
// The same data give the same sentences.
#pragma once

#include <vector>

#include "report/pages/pair_tables.h"

namespace regioscope::report {

/// Where they differ most, the largest of each theme first; they point into `figures`. A count mostly tells
/// how large a region is: it takes part only where the report has chosen it for likeness.
std::vector<const analysis::PairFigure*> telling_differences(
    const PageContext& context, const std::vector<analysis::PairFigure>& figures);

/// Figures in which the teacher is the more favourable, a higher rung, more decision centres at home. The
/// figures are those of the pair (learner, teacher) in either order.
std::vector<escape::SafeHtml> lessons(const PageContext& context, data::RegionIndex learner,
                                      data::RegionIndex teacher,
                                      const std::vector<analysis::PairFigure>& figures);

/// What the signs behind the figures of these lists stand for, each once.
std::vector<figures::Note> signs_explained(const PageContext& context,
                                           const std::vector<analysis::PairFigure>& figures);

/// Elements in which the sources name something weak about the learner and something strong about the
/// teacher.
figures::Table lesson_table(const PageContext& context, std::string id, data::RegionIndex learner,
                            data::RegionIndex teacher);

}  // namespace regioscope::report
