// Renders every page of a site in every language, on all cores, into files in a fixed order.
#pragma once

#include <vector>

#include "base/finding.h"
#include "report/links.h"
#include "report/site.h"

namespace regioscope::report {

std::vector<OutputFile> render_pages(const Site& site, SourceLibrary& library, Findings& findings);

}  // namespace regioscope::report
