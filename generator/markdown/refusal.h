// Why a text is not even given to the parser: what would cost more time or memory than its length. Private to
// the room.
#pragma once

#include <optional>
#include <string_view>

#include "base/finding.h"
#include "markdown/reading.h"

namespace regioscope::markdown {

inline constexpr std::string_view too_many_texts = "all texts up to here come to too much";

/// Findings: `budget-spent`, `invalid-text`, `too-deep`, `too-much-work`.
std::optional<Finding> refuse(const Reading& reading);

}  // namespace regioscope::markdown
