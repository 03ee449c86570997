// A region's profile on the pages that show it: what the edition may see, as tables and lists.
#pragma once

#include "figures/table.h"
#include "report/page_context.h"

namespace regioscope::report {

/// Sets `profile` (nothing where there is none), its tables and the page of the ladder.
void fill_profile(PageContext& context, expression::Map& names, data::RegionIndex region);

/// Sets `comparisons`: links to the pages that set the region beside others.
void fill_comparisons(PageContext& context, expression::Map& names, data::RegionIndex region);

/// The largest employers with who directs them. Without rows when there are none.
figures::Table employer_table(const PageContext& context, const data::Profile& profile, std::string id);

/// "Head office abroad (fi)"-like: the seat, with the country's name where it is known.
std::string seat_words(const PageContext& context, const data::Employer& employer);

}  // namespace regioscope::report
