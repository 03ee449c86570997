// Why a text is not even given to the parser: what would cost more time or memory than its length. Private to
// the room.
#pragma once

#include <optional>

#include "base/finding.h"
#include "markdown/reading.h"

namespace regioscope::markdown {

/// Findings: `invalid-text`, `too-deep`, `too-much-work`.
std::optional<Finding> refuse(const Reading& reading);

}  // namespace regioscope::markdown
