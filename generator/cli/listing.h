// What a project holds, a row a thing: its id, its name, and what helps to tell it from others.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/build.h"

namespace regioscope::cli {

using Rows = std::vector<std::vector<std::string>>;

/// `kind` is one of listable_kinds(). Names are in the report's default language, in the order of the files.
Rows listing(const report::OpenedSite& opened, std::string_view kind);

}  // namespace regioscope::cli
