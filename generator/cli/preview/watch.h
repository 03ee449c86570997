// Sees that an editor has saved something.
#pragma once

#include <cstdint>
#include <string>

namespace regioscope::cli {

/// A number that is another one when a file below the project's `datasets/`, `site/` or `templates/` was
/// added, removed, renamed or written. Says nothing about what they contain.
std::uint64_t fingerprint(const std::string& project);

}  // namespace regioscope::cli
