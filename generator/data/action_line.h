// The lines of action of an agreement on technical work, by which goals and initiatives are sorted.
#pragma once

#include <array>
#include <optional>

#include "base/word_table.h"

namespace regioscope::data {

enum class ActionLine { choose, learn, work };

inline constexpr WordTable<ActionLine, 3> action_line_words = {{"choose", "learn", "work"}};

/// The last is for what belongs to no line.
inline constexpr std::array<std::optional<ActionLine>, 4> lines_and_none = {
    ActionLine::choose, ActionLine::learn, ActionLine::work, std::nullopt};

}  // namespace regioscope::data
