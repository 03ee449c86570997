// What an edition says otherwise than another: figures, ranks, claims, facts. Things are matched by their
// ids, so that the two may be editions of one project or of two.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/claims.h"
#include "analysis/edition_model.h"
#include "analysis/fact_difference.h"

namespace regioscope::analysis {

/// An edition with the claims that are judged in it; the presenter's measurements are the edition's.
struct JudgedEdition {
    const EditionModel* edition = nullptr;
    const std::vector<Claim>* claims = nullptr;
    const Presenter* presenter = nullptr;

    const data::Dataset& dataset() const { return edition->dataset; }
    View view() const { return {presenter, edition}; }
};

/// One key (indicator, area, period) under which the editions have different values.
struct FigureChange {
    enum class Kind { added, revised, withdrawn };

    Kind kind = Kind::added;
    /// Each in its own edition. Null, or without a value, where the edition has none.
    const Measurement* before = nullptr;
    const Measurement* after = nullptr;

    const Measurement& either() const { return after != nullptr ? *after : *before; }
};

/// All that changed about one indicator of one region.
struct Change {
    /// What weighs most of it, the weightiest first.
    enum class Weight { rank, withdrawn, shown, revised, added };

    Weight weight = Weight::added;
    /// The figure that the edition shows of the region: its latest. Null where there is none.
    const Measurement* before = nullptr;
    const Measurement* after = nullptr;
    /// Among the regions of the report. Nothing where it has none.
    std::optional<Rank> rank_before;
    std::optional<Rank> rank_after;
    /// Those under other keys than the figures above too, in the order of areas and time.
    std::vector<FigureChange> figures;
    /// By how much the shown figure changed, counted in the indicator's threshold.
    Decimal size;

    /// Of the later edition, unless that has none.
    const Measurement& either() const { return after != nullptr ? *after : *before; }
    bool has_new_rank() const { return rank_before && rank_after && rank_before->rank != rank_after->rank; }
};

struct ClaimChange {
    /// `turned`: true before, and not on the later figures, whether or not it is still made; or the other way
    /// round. `moved`: as true as before, on other figures.
    enum class Kind { turned, added, gone, moved };

    Kind kind = Kind::added;
    /// Null where an edition does not make it.
    const Claim* before = nullptr;
    const Claim* after = nullptr;
    /// On each edition's figures, where it was judged on them.
    std::optional<Verdict> then;
    std::optional<Verdict> now;

    const Claim& either() const { return after != nullptr ? *after : *before; }
};

struct EditionDifference {
    /// The weightiest first.
    std::vector<Change> changes;
    /// Those that turned first; otherwise in the order of the files.
    std::vector<ClaimChange> claims;
    /// Of goals and profiles.
    std::vector<FactChange> facts;

    std::size_t count(FigureChange::Kind kind) const;
};

/// Refers to both, which must outlive it.
EditionDifference difference(const JudgedEdition& before, const JudgedEdition& after);

/// `unemployment-rate/twente/2015 = 7.2`: a figure's key and value, the same in every edition that uses it
/// so.
std::string reading_of(const data::Dataset& dataset, const Measurement& measurement);

}  // namespace regioscope::analysis
