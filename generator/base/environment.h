// What the machine denies: a full disk, a folder that may not be written, no more open files. Not the
// project's fault, so it ends the program with a status of its own; and the editor is told what to do about
// it.
#pragma once

#include <string>
#include <string_view>

#include "base/finding.h"

namespace regioscope {

/// Findings with this code come from the environment: the program ends with status 3.
inline constexpr std::string_view environment_code = "environment";

/// `what: No space left on device`, with a way out where one is known; `error` is an errno.
Finding environment_finding(std::string_view what, std::string_view path, int error);

/// What to do about an errno; empty where there is nothing to advise.
std::string_view way_out_of(int error);

}  // namespace regioscope
