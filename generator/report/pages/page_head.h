// What stands in the head of a page for whoever finds, shares or follows it.
#pragma once

#include "expression/value.h"
#include "report/page_context.h"

namespace regioscope::report {

/// Sets `description`, `canonical`, `alternates`, `feed`, `companion`, `linked_data`, `fallback`, `citation`.
void add_head(const PageContext& context, expression::Map& page);

}  // namespace regioscope::report
