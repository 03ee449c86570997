// The lines of action of an agreement on technical work, by which goals and initiatives are sorted.
#pragma once

#include "base/word_table.h"

namespace regioscope::data {

enum class ActionLine { choose, learn, work };

inline constexpr WordTable<ActionLine, 3> action_line_words = {{"choose", "learn", "work"}};

}  // namespace regioscope::data
