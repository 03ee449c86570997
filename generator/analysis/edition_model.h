// What one edition of the report says, resolved once: figures after superseding and corrections and what is
// derived of them, facts, the sources and tables that it may see, and whether claims and checks hold. Pages,
// figures, exports and expressions read an edition here; none of them looks at dates of publication.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/checks.h"
#include "analysis/claims.h"
#include "analysis/measurement.h"
#include "analysis/standing.h"
#include "data/edition.h"
#include "data/facts.h"

namespace regioscope::analysis {

/// Refers to the dataset and the declared editions, which must outlive it.
struct EditionModel {
    /// `regions` are those that the report is about. Findings: those of data::figures_of.
    EditionModel(const data::Dataset& dataset, const std::vector<data::Edition>& editions, std::size_t index,
                 std::vector<data::RegionIndex> regions, Findings& findings);
    EditionModel(const EditionModel&) = delete;
    EditionModel& operator=(const EditionModel&) = delete;

    const data::Dataset& dataset;
    const std::vector<data::Edition>& editions;
    /// Its place among the editions.
    std::size_t index;
    data::EditionFigures figures;
    Measurements measurements;
    /// Of the regions the report is about, among each other.
    Standings standings;
    data::Facts facts;
    std::vector<data::SourceIndex> sources;
    std::vector<data::TableIndex> tables;
    /// One per claim of the report; nothing: it does not apply in this edition.
    std::vector<std::optional<Verdict>> verdicts;
    std::vector<CheckResult> checks;

    const data::Edition& declared() const { return editions[index]; }
    const std::string& id() const { return declared().id; }
    bool sees(const data::Citation& citation) const {
        return data::is_visible(dataset, citation, declared());
    }
    /// Does what is declared for these editions hold in this one?
    bool applies(const data::EditionRange& range) const { return range.includes(editions, index); }
};

/// Judges the claims and runs the checks that apply, in the presenter's language. Findings: those of
/// run_checks; what is wrong with a claim stands in its verdict.
void judge(EditionModel& edition, const std::vector<Claim>& claims, const Presenter& presenter,
           Findings& findings);

}  // namespace regioscope::analysis
