// What is packed in a zip file: read in memory, never written anywhere, and no more than limits.h allows.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace regioscope::tabular {

bool is_archive(std::string_view bytes);

/// By name. Findings: `broken-archive`, `archive-too-large`. Names are only looked at: one that leads out of
/// a folder leads nowhere here.
Result<std::map<std::string, std::string>> unpacked_files(std::string_view bytes, const std::string& file);

}  // namespace regioscope::tabular
