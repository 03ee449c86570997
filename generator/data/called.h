// Who writes a name where an id belongs: what they mean.
#pragma once

#include <string_view>

#include "data/dataset.h"

namespace regioscope::data {

/// The id of the region, or indicator, that has this name in some language, whatever the case of its letters;
/// empty when none has.
std::string_view region_called(const Dataset& dataset, std::string_view name);
std::string_view indicator_called(const Dataset& dataset, std::string_view name);

}  // namespace regioscope::data
