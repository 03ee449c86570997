// Ids for things that so far only have names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace regioscope {

/// One of its own for each, in order: `region-3` for the third, when nothing of its name can stand in an id.
std::vector<std::string> new_ids(const std::vector<std::string>& names, std::string_view noun);

}  // namespace regioscope
