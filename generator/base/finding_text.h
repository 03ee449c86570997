// Findings for people: one line `file:line:column: severity[code]: message`, the source line with a caret,
// notes.
#pragma once

#include <string>
#include <string_view>

#include "base/finding.h"

namespace regioscope {

/// A file must not steer the terminal that shows it, nor begin a line that a machine takes for a command:
/// control characters become pictures of themselves, marks that turn the direction of text and bytes that are
/// no UTF-8 become U+FFFD. One for one, so that carets stay in place.
std::string harmless(std::string_view text);

enum class Colour { never, always };

std::string finding_text(const Finding& finding, Colour colour = Colour::never);
/// All of them, in their order.
std::string findings_text(const Findings& findings, Colour colour = Colour::never);

/// `2 errors, 1 warning, 3 notes`; `no findings` when there are none.
std::string findings_summary(const Findings& findings);

}  // namespace regioscope
