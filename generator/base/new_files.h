// Files that a command makes for its user, in the project itself. What is there already is the user's.
#pragma once

#include <map>
#include <string>

#include "base/result.h"

namespace regioscope {

/// By path: inner, with `/` between folders.
using FilesByPath = std::map<std::string, std::string, std::less<>>;

/// Writes all of them, with the folders that they need, or none: when one of them is there already, the
/// finding `file-exists` names it. Other findings: `path-outside`, `environment`.
Result<Done> write_new_files(const std::string& folder, const FilesByPath& files);

/// Writes one file whole, in the place of the one that may be there. Findings: `path-outside`, `environment`.
Result<Done> replace_file(const std::string& folder, const std::string& path, const std::string& text);

}  // namespace regioscope
