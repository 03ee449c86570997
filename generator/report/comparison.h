// What a report of a few regions concludes from comparing them; computed once, read by the pages and exports
// of the comparison.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "analysis/diagnosis.h"
#include "analysis/similarity.h"
#include "analysis/structure.h"

namespace regioscope::report {

struct Site;

/// Beyond so many regions every pair is no longer a page, and a table with a column for each no longer fits.
inline constexpr std::size_t most_compared = 12;

struct Comparison {
    /// The regions of the report, in order; all lists below are parallel to it.
    std::vector<data::RegionIndex> regions;
    /// By which structures are compared; null when the report declares none.
    const data::Composition* composition = nullptr;
    std::vector<std::optional<analysis::Structure>> structures;
    /// Of each region's country.
    std::vector<std::optional<analysis::Structure>> countries;
    /// Empty without declared indicators.
    analysis::Similarity similarity;
    /// Nothing when the report declares no diagnosis.
    std::optional<analysis::Diagnosis> diagnosis;

    std::optional<std::size_t> position(data::RegionIndex region) const;
};

/// Null when the report is about fewer than two or more than `most_compared` regions. Refers to the site's
/// project and edition.
std::unique_ptr<const Comparison> make_comparison(const Site& site);

/// Pairs of regions with a page of their own: all of the comparison and those that the settings name. Each
/// with the id first in the alphabet in front, sorted by their ids, once.
std::vector<std::pair<data::RegionIndex, data::RegionIndex>> pairs_of(const Site& site);
/// The page above those that compare; empty where there is none to compare.
std::string comparison_index(const Site& site);
/// `compare/bremen-rijnmond.html`, whichever comes first.
std::string pair_path(const data::Dataset& dataset, data::RegionIndex a, data::RegionIndex b);

}  // namespace regioscope::report
