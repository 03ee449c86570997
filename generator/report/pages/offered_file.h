// A file of the site that readers may take along: in lists of downloads.
#pragma once

#include <string>
#include <string_view>

#include "expression/value.h"
#include "report/page_context.h"

namespace regioscope::report {

/// Adds {name, href, title, format, size}; nothing when this report has no such file.
void offer(const PageContext& context, expression::List& files, std::string_view path, std::string title);

}  // namespace regioscope::report
