// Rows of words under each other, for people and for grep: cells stand at least two spaces apart.
#pragma once

#include <string>
#include <vector>

namespace regioscope::cli {

/// One row a line; every column but the last is as wide as its widest cell, in code points. Line breaks and
/// other control characters in cells become spaces.
std::string columns_text(const std::vector<std::vector<std::string>>& rows);

}  // namespace regioscope::cli
