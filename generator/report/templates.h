// The templates of a site: the built-in set, and the project's own files over it.
#pragma once

#include <memory>

#include "base/finding.h"
#include "report/site.h"
#include "template/templates.h"

namespace regioscope::report {

/// Reads and analyses the templates of all planned pages, once for all pages and threads. Null when there
/// were errors. `library` keeps their texts.
std::unique_ptr<const templates::Templates> load_templates(const Site& site, SourceLibrary& library,
                                                           Findings& findings);

}  // namespace regioscope::report
