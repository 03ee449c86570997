// What a page is, in schema.org's words, for search engines and whoever else reads JSON-LD.
#pragma once

#include "expression/value.h"
#include "report/page_context.h"

namespace regioscope::report {

/// The site and the report on the front page, data where a page offers some, the way to a page on all others.
/// None where there is nothing to say.
expression::Value linked_data(const PageContext& context);

}  // namespace regioscope::report
