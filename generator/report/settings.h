// site/report.json: what the report is called, in which languages and editions it appears, and what its pages
// begin with.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/disk.h"
#include "base/finding.h"
#include "base/source.h"
#include "data/dataset.h"
#include "data/edition.h"

namespace regioscope::report {

struct Settings {
    data::Text title;
    data::Text description;
    data::Text publisher;
    data::Text licence;
    std::string licence_url;
    /// The first one is the default: it stands at the root of the site.
    std::vector<std::string> languages;
    /// With a slash at its end, or empty.
    std::string base_url;
    /// In time order.
    std::vector<data::Edition> editions;
    std::string default_edition;
    /// Id of the region set that the report is about, in the order of its navigation.
    std::string regions;
    /// Ids of the indicators that the home page and the regions' position strips show.
    std::vector<std::string> key_indicators;
    /// Paths of narrative pages without language and `.md`, in reading order.
    std::vector<std::string> chapters;
    /// Editions in which narrative pages appear, by path; a page that is not named here appears in all.
    std::map<std::string, data::EditionRange> page_editions;
    /// Phrases with digits that are names, not figures: "Industrie 4.0".
    std::vector<std::string> number_exceptions;
    /// The build may do so many times the usual work (base/budget.h).
    int budget = 1;
    /// Pairs of region ids to be compared, besides all pairs of `regions` when those are at most twelve.
    std::vector<std::pair<std::string, std::string>> pairs;
    data::WrittenTexts texts;

    /// The file, for findings about what it names.
    Span regions_span;
    std::vector<Span> key_indicator_spans;
    std::vector<Span> chapter_spans;
    std::vector<std::pair<Span, Span>> pair_spans;
};

inline constexpr std::string_view settings_path = "site/report.json";

/// Findings: those of JSON, `missing-file`, `missing-key`, `wrong-type`, `unknown-key`, `invalid-language`,
/// `invalid-date`, `unknown-edition`, `invalid-url`.
Settings read_settings(const Disk& disk, SourceLibrary& library, Findings& findings);

}  // namespace regioscope::report
