// What stands out in a region, in sentences made of its figures alone: a region without a story has them too.
#pragma once

#include "report/page_context.h"

namespace regioscope::report {

/// Sets `portrait`: groups of {heading, sentences}; empty where nothing stands out.
void fill_portrait(PageContext& context, expression::Map& names, data::RegionIndex region);

}  // namespace regioscope::report
