// The ledger of claims of one edition: every claim's verdict, and everywhere it is said.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/claims.h"
#include "report/narrative.h"

namespace regioscope::report {

struct ClaimMention {
    /// Path of the page in the site: `regions/twente.html`.
    std::string page;
    std::string anchor;
    std::size_t language = 0;
    /// The statement as the text says it.
    std::string words;
    Span span;
};

struct LedgerEntry {
    const analysis::Claim* claim = nullptr;
    /// Nothing: the claim does not apply in this edition.
    std::optional<analysis::Verdict> verdict;
    std::vector<ClaimMention> mentions;
};

/// Judges every claim that applies in the edition. A claim that does not hold is a finding at every place
/// that says it, in each language; one that nobody says is a finding `unused-claim`, a mention of no claim
/// `unknown-claim`, of one that does not apply in this edition `claim-not-in-edition`. `said` are the pages
/// that the edition shows, with their paths in the site.
struct SaidPage {
    const NarrativePage* page = nullptr;
    std::string path;
};
std::vector<LedgerEntry> judge_claims(const std::vector<analysis::Claim>& claims,
                                      const std::vector<SaidPage>& said, const analysis::View& view,
                                      const std::vector<data::Edition>& editions, std::size_t edition,
                                      Findings& findings);

}  // namespace regioscope::report
