#include "report/ledger.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/suggest.h"
#include "report/figure_view.h"
#include "report/site.h"

namespace regioscope::report {

namespace {

using Mentions = std::map<std::string, std::vector<ClaimMention>, std::less<>>;

/// Where a narrative page is shown: `home` is the home page, everything else has its own path.
std::string path_of(const NarrativePage& page) {
    return page.path == "home" ? "index.html" : page.path + ".html";
}

void collect(Mentions& mentions, const markdown::Document& document, std::size_t language,
             const std::string& page) {
    for (const markdown::LinkMention& link : document.mentions().links) {
        if (link.target.kind != markdown::Target::Kind::claim) continue;
        const markdown::Section& section = document.sections()[link.section];
        // The page's title has no anchor: above the first heading below it the page itself is the place.
        mentions[link.target.path].push_back(
            {page, section.level > 1 ? section.anchor : "", language, link.words, link.span});
    }
}

Mentions collect_mentions(const Site& site) {
    Mentions mentions;
    for (const NarrativePage* const page : site.narrative) {
        for (std::size_t language = 0; language < page->documents.size(); ++language) {
            if (page->has(language)) collect(mentions, *page->documents[language], language, path_of(*page));
        }
    }
    for (const Words::Said& said : site.project->words.all()) {
        collect(mentions, said.document, said.language, owner_page(site.dataset(), said.owner));
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

std::string owner_page(const data::Dataset& dataset, const data::Owner& owner) {
    using Kind = data::Owner::Kind;
    switch (owner.kind) {
        case Kind::region:
        case Kind::profile:
            return fmt::format("regions/{}.html", owner.id);
        case Kind::theme:
            return fmt::format("themes/{}.html", owner.id);
        case Kind::indicator:
            return fmt::format("indicators/{}.html", owner.id);
        case Kind::source:
            return source_page(dataset, dataset.source_by_id.at(owner.id));
        case Kind::table:
            return table_page(dataset, dataset.table_by_id.at(owner.id));
        case Kind::figure:
            return figure_page(owner.id);
        case Kind::goal:
            return "goals.html";
        case Kind::initiative:
            return "initiatives.html";
        case Kind::collaboration:
            return "collaboration.html";
        case Kind::correction:
        case Kind::check:
            return "doubtful.html";
        case Kind::diagnosis:
            return "diagnosis.html";
        case Kind::term:
            return "glossary.html";
        case Kind::report:
        case Kind::set:
        case Kind::unit:
        case Kind::composition:
            return {};
    }
    return {};
}

std::vector<LedgerEntry> make_ledger(const Site& site, Findings& findings) {
    const std::vector<analysis::Claim>& claims = site.project->claims;
    Mentions mentions = collect_mentions(site);
    std::vector<LedgerEntry> ledger(claims.size());
    std::vector<std::string_view> known;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        LedgerEntry& entry = ledger[i];
        entry.claim = &claims[i];
        if (const auto& verdict = site.edition->verdicts[i]) entry.verdict = &*verdict;
        known.push_back(entry.claim->id);
        const auto said_here = mentions.find(entry.claim->id);
        if (said_here != mentions.end()) entry.mentions = std::move(said_here->second);
        if (!entry.verdict) continue;
        for (const Finding& finding : entry.verdict->findings) {
            if (entry.mentions.empty()) findings.add(finding);
            for (const ClaimMention& mention : entry.mentions)
                findings.add(at_mention(finding, mention));
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
