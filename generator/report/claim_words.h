// What a claim's condition tests, in words, as far as it is made of the usual comparisons.
#pragma once

#include <string>
#include <vector>

#include "analysis/claims.h"
#include "analysis/presenter.h"

namespace regioscope::report {

/// A sentence for each part of the condition. What cannot be said is pointed out in a last one: the formula
/// has it.
std::vector<std::string> test_in_words(const analysis::Claim& claim, const analysis::Verdict& verdict,
                                       const analysis::Presenter& presenter);

}  // namespace regioscope::report
