// How alike the regions are, on the page that compares them all.
#pragma once

#include "report/page_context.h"

namespace regioscope::report {

/// Sets what the page says of distances, specialisation and structure; without any of them nothing is true.
void fill_likeness(PageContext& context, expression::Map& names);

}  // namespace regioscope::report
