// What is new in an edition against the one before: for the page of changes, its data, and whoever tells of
// it elsewhere (a feed).
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "analysis/edition_difference.h"
#include "report/site.h"

namespace regioscope::report {

inline constexpr std::string_view changes_page = "changes.html";
inline constexpr std::string_view changes_file = "data/changes.json";

struct Changes {
    const Site* before = nullptr;
    const Site* after = nullptr;
    analysis::EditionDifference difference;
    /// Paths of pages that only one of the editions has, in the order of its site.
    std::vector<std::string> new_pages;
    std::vector<std::string> gone_pages;
};

/// What is judged in an edition, for a difference.
analysis::JudgedEdition judged(const Site& site);

/// Refers to both sites.
std::shared_ptr<const Changes> changes_between(const Site& before, const Site& after);

/// What changed of one region in one theme, the weightiest first.
struct ThemeChanges {
    data::ThemeIndex theme{};
    std::vector<const analysis::Change*> changes;
};
struct RegionChanges {
    data::RegionIndex region{};
    std::vector<ThemeChanges> themes;
};
/// By region and theme, where the weightiest change comes first.
std::vector<RegionChanges> by_region(const Changes& changes);

/// Of a text in Markdown: the words of `[a link](claim:one)`.
std::string without_links(std::string words);

/// What changed, in sentences of the presenter's language; the first one is about the figure that is shown.
std::vector<std::string> change_sentences(const analysis::Presenter& presenter, const Changes& changes,
                                          const analysis::Change& change);
/// How many figures are new, revised and withdrawn.
std::string change_summary(const analysis::Presenter& presenter, const Changes& changes);
/// What happened to a goal or a fact: "New: …", "… instead of …".
std::string fact_sentence(const analysis::Presenter& presenter, const Changes& changes,
                          const analysis::FactChange& change);
/// "No longer true", "New" …: what happened to a claim.
std::string change_of_claim(const analysis::Presenter& presenter, const analysis::ClaimChange& change);
/// As the edition says it that makes it; else its id.
std::string statement_of(const Changes& changes, const analysis::ClaimChange& change, std::size_t language);

}  // namespace regioscope::report
