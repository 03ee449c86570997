// The addresses on other hosts that the pages of a site hold, for whoever looks whether they still answer:
// the program itself asks no other host for anything.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/source.h"
#include "report/site.h"

namespace regioscope::report {

/// By address, with the files of the pages that hold it in the order of their paths.
using ExternalLinks = std::map<std::string, std::vector<std::string>>;

/// Makes all pages of a site. Findings: what keeps pages from being made.
ExternalLinks external_links(const Site& site, SourceLibrary& library, Findings& findings);

}  // namespace regioscope::report
