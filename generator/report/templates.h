// The templates of a site: the built-in set, and the project's own over it.
#pragma once

#include <memory>
#include <string>

#include "base/finding.h"
#include "expression/value.h"
#include "report/site.h"

namespace regioscope::report {

/// Loaded and analysed once, shared by all pages and threads. Null when there were errors.
class Templates {
  public:
    virtual ~Templates() = default;
    virtual Result<std::string> render(const std::string& name, expression::Map names,
                                       expression::Environment& environment) const = 0;
};

std::unique_ptr<const Templates> load_templates(const Site& site, Findings& findings);

}  // namespace regioscope::report
