// What languages do not have in common stops no evaluation: a word mistyped in one of them is told as what it
// is, and what follows from it, that the languages differ, is then not told as well.
#pragma once

#include "base/finding.h"

namespace regioscope::report {

/// Takes the findings `language-parity` out.
Findings take_unlike_languages(Findings& findings);

/// Puts back those of pages about which nothing else is wrong.
void put_back_unlike_languages(Findings unlike, Findings& findings);

}  // namespace regioscope::report
