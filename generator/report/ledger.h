// The ledger of claims of one edition: every claim's verdict, and everywhere it is said.
#pragma once

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
    /// The edition's; null: the claim does not apply in it.
    const analysis::Verdict* verdict = nullptr;
    std::vector<ClaimMention> mentions;
    /// Path of the page that shows what it rests on: one for all claims that a page is the first to say.
    std::string evidence;
};

/// The page on which its owner's words are to be read; empty where they are on many.
std::string owner_page(const data::Dataset& dataset, const data::Owner& owner);

/// A claim that does not hold is a finding at every place that says it, in each language; a mention of no
/// claim is a finding `unknown-claim`.
std::vector<LedgerEntry> make_ledger(const Site& site, Findings& findings);

}  // namespace regioscope::report
