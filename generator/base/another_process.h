// Work in another process, for libraries that end their process where there is no memory or no thread, and
// whose answer may depend on what they did before: the program goes on and can say so, and each answer stands
// for itself.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace regioscope {

/// What the work answers; nothing when its process ended before. Of the program's open files it has `files`,
/// by number. Many threads may ask at once. Finding: `environment`, when there is no process to be had.
Result<std::optional<std::string>> answer_of_another_process(const std::function<std::string()>& work,
                                                             const std::vector<int>& files);

}  // namespace regioscope
