// The addresses on other hosts that the pages of a site hold, for whoever looks whether they still answer:
// the program itself asks no other host for anything.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "report/output.h"

namespace regioscope::report {

/// By address, with the files of the pages that hold it in the order of their paths.
using ExternalLinks = std::map<std::string, std::vector<std::string>>;

/// Of a finished site. What begins with `base_url` is the site itself.
ExternalLinks external_links(const std::vector<OutputFile>& site, std::string_view base_url);

}  // namespace regioscope::report
