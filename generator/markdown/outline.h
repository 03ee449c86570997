// Goes through a text that has been read and writes down its sections and what it mentions. Private to the
// room.
#pragma once

#include "base/finding.h"
#include "markdown/document.h"

namespace regioscope::markdown {

/// Gives headings their anchors; fills sections and mentions. Findings about titles, levels, and what may not
/// stand in a repetition.
void outline(Document::Content& content, Mode mode, Findings& findings);

}  // namespace regioscope::markdown
