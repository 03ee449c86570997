// What a project publishes itself, in the place of what the program would make.
#pragma once

#include <string>
#include <string_view>

#include "report/site.h"

namespace regioscope::report {

/// A file of `site/static/` at that path: it stands at the root, and none is made beside it.
inline bool brings(const Site& site, std::string_view path) {
    return site.folder.empty() && site.project->disk->exists("site/static/" + std::string(path));
}

}  // namespace regioscope::report
