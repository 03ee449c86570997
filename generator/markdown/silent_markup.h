// Markup that silently becomes something else than was meant: nothing that an editor wrote may vanish or turn
// unseen.
#pragma once

#include "base/finding.h"
#include "markdown/document.h"

namespace regioscope::markdown {

/// Adds warnings: `stray-emphasis` (marks of emphasis that are none beside letters: `**non-**profit`),
/// `list-of-a-number` (a sentence that begins with a number and a full stop is a list), `ragged-row` (a row
/// with more or fewer cells than its table), `no-table` (lines with bars that make no table).
void find_silent_markup(const Document& document, Findings& findings);

}  // namespace regioscope::markdown
