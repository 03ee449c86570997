// Replaces one file of a project by what a command of the program wrote into it.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "base/staging.h"

namespace regioscope {

/// In one step: whoever reads sees the old text or the new one. Finding: `environment`.
Result<Done> rewrite_file(const std::string& path, std::string_view text);

}  // namespace regioscope
