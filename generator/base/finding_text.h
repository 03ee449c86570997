// Findings for people: one line `file:line:column: severity[code]: message`, the source line with a caret,
// notes.
#pragma once

#include <string>

#include "base/finding.h"

namespace regioscope {

enum class Colour { never, always };

std::string finding_text(const Finding& finding, Colour colour = Colour::never);

/// `2 errors, 1 warning, 3 notes`; `no findings` when there are none.
std::string findings_summary(const Findings& findings);

}  // namespace regioscope
