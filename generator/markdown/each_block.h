// Every block of a text, those within others too. Private to the room.
#pragma once

#include <functional>

#include "markdown/block.h"

namespace regioscope::markdown {

/// In the order of the text; a block comes before those that it holds.
void for_each_block(const Blocks& blocks, const std::function<void(const Block&)>& visit);

}  // namespace regioscope::markdown
