// The ledger of claims of one edition: every claim's verdict, and everywhere it is said.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/claims.h"

namespace regioscope::report {

struct Site;

struct ClaimMention {
    /// Path of the page in the site: `regions/twente.html`; empty for a text that stands on many pages.
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

/// Judges every claim that applies in the site's edition. A claim that does not hold is a finding at every
/// place that says it, in each language; a mention of no claim is a finding `unknown-claim`.
std::vector<LedgerEntry> judge_claims(const Site& site, Findings& findings);

}  // namespace regioscope::report
