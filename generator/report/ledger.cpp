#include "report/ledger.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/parallel.h"
#include "base/suggest.h"

namespace regioscope::report {

namespace {

using Mentions = std::map<std::string, std::vector<ClaimMention>, std::less<>>;

Mentions collect_mentions(const std::vector<SaidPage>& said) {
    Mentions mentions;
    for (const SaidPage& one : said) {
        for (std::size_t language = 0; language < one.page->documents.size(); ++language) {
            if (!one.page->has(language)) continue;
            const markdown::Document& document = *one.page->documents[language];
            for (const markdown::LinkMention& link : document.mentions().links) {
                if (link.target.kind != markdown::Target::Kind::claim) continue;
                const markdown::Section& section = document.sections()[link.section];
                // The page's title has no anchor: above the first heading below it the page itself is the
                // place.
                mentions[link.target.path].push_back(
                    {one.path, section.level > 1 ? section.anchor : "", language, link.words, link.span});
            }
        }
    }
    return mentions;
}

/// The finding of a claim, told at a sentence that says it.
Finding at_mention(const Finding& about_claim, const ClaimMention& mention) {
    Finding finding = about_claim;
    finding.span = mention.span;
    finding.message = fmt::format("“{}”: {}", mention.words, about_claim.message);
    return finding;
}

}  // namespace

std::vector<LedgerEntry> judge_claims(const std::vector<analysis::Claim>& claims,
                                      const std::vector<SaidPage>& said, const analysis::View& view,
                                      const std::vector<data::Edition>& editions, std::size_t edition,
                                      Findings& findings) {
    Mentions mentions = collect_mentions(said);
    std::vector<LedgerEntry> ledger(claims.size());
    for_each_index(claims.size(), [&](std::size_t i) {
        ledger[i].claim = &claims[i];
        if (data::applies(editions, edition, claims[i].from_edition, claims[i].until_edition))
            ledger[i].verdict = analysis::judge(claims[i], view);
    });
    std::vector<std::string_view> known;
    for (LedgerEntry& entry : ledger) {
        known.push_back(entry.claim->id);
        const auto said_here = mentions.find(entry.claim->id);
        if (said_here != mentions.end()) entry.mentions = std::move(said_here->second);
        if (!entry.verdict) continue;
        for (const Finding& finding : entry.verdict->findings) {
            if (entry.mentions.empty()) findings.add(finding);
            for (const ClaimMention& mention : entry.mentions)
                findings.add(at_mention(finding, mention));
        }
        if (entry.mentions.empty()) {
            findings
                .warning("unused-claim", entry.claim->span,
                         fmt::format("no text says the claim '{}'", entry.claim->id))
                .subject = entry.claim->id;
        }
    }
    for (const auto& [id, places] : mentions) {
        if (places.empty()) continue;  // moved to its claim above
        for (const ClaimMention& mention : places) {
            if (std::find(known.begin(), known.end(), id) != known.end()) break;
            findings.error("unknown-claim", mention.span,
                           fmt::format("no claim '{}' in site/claims.json{}", id, did_you_mean(id, known)));
        }
    }
    return ledger;
}

}  // namespace regioscope::report
