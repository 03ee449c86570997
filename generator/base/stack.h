// How much of the thread's stack is left: what calls itself asks before it goes deeper.
#pragma once

#include <cstddef>

namespace regioscope {

std::size_t stack_left();

}  // namespace regioscope
