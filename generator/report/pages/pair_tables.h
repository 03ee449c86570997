// The tables of a page that sets two regions side by side.
#pragma once

#include <vector>

#include "analysis/pair.h"
#include "figures/table.h"
#include "report/page_context.h"

namespace regioscope::report {

struct RegionPair {
    data::RegionIndex first{};
    data::RegionIndex second{};
};

/// Every indicator of which at least one of the two has something, but for the parts of the structure, which
/// has a table of its own, and what the report does not compare.
std::vector<analysis::PairFigure> pair_figures(const Site& site, const RegionPair& pair);

/// Those that both have, by theme: both figures, the difference, and what it means.
figures::Table pair_figure_table(const PageContext& context, const RegionPair& pair,
                                 const std::vector<analysis::PairFigure>& all);

/// What the profiles say of both, row by row.
figures::Table pair_profile_table(const PageContext& context, const RegionPair& pair);

/// The parts in which their structures differ most. Without rows where one of them is not known.
figures::Table pair_structure_table(const PageContext& context, const RegionPair& pair,
                                    const data::Composition& composition);

/// Employers of a profile that are directed from there.
std::size_t count_seats(const data::Profile& profile, data::Seat seat);

}  // namespace regioscope::report
