// The templates of a site: the built-in set, and the project's own files over it.
#pragma once

#include <optional>

#include "base/finding.h"
#include "report/site.h"
#include "template/templates.h"

namespace regioscope::report {

/// Reads and analyses the templates of all planned pages, once for all pages and threads. Nothing when there
/// were errors. Findings besides those of templates: `missing-template` (a page of the narrative names one
/// that is not there), `unused-template` (a warning: nothing leads to it). `library` keeps their texts. With
/// `origins` what they write holds marks of its places.
std::optional<templates::Templates> load_templates(const Site& site, SourceLibrary& library,
                                                   Findings& findings, escape::Origins* origins);

}  // namespace regioscope::report
