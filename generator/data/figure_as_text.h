// Figures that were copied as they are printed: what the JSON of a dataset says instead. Private to this
// room.
#pragma once

#include <string>
#include <string_view>

namespace regioscope::data {

/// How to write what `text` means, for the note of a finding; empty when it cannot be told.
std::string as_written_in_json(std::string_view text);

}  // namespace regioscope::data
