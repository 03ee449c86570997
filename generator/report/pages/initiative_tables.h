// Initiatives in counts: by goal and area, by line of action and theme, and held against the weak links of
// the diagnosis.
#pragma once

#include <vector>

#include "figures/table.h"
#include "report/page_context.h"

namespace regioscope::report {

/// Goals down, by line of action; areas across: how many of an area's initiatives contribute to a goal. A
/// goal without any is shown as well.
figures::Table goal_matrix(const PageContext& context);

/// Lines of action down, themes across; an initiative may count in several cells.
figures::Table line_matrix(const PageContext& context);

/// Weak links of the diagnosis, and the initiatives that name that region and that element.
figures::Table white_spots(const PageContext& context);

/// A weak link of the diagnosis that an initiative works on.
struct AddressedLink {
    data::RegionIndex region{};
    data::Element element{};
};
std::vector<AddressedLink> addressed_links(const Site& site, const data::Initiative& initiative);

}  // namespace regioscope::report
