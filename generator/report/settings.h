// site/report.json: what the report is called, in which languages and editions it appears, and what its pages
// begin with.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/disk.h"
#include "base/finding.h"
#include "base/source.h"
#include "data/dataset.h"
#include "data/edition.h"
#include "report/appearance.h"
#include "report/contact.h"
#include "report/legal.h"

namespace regioscope::report {

/// What portals that harvest the catalogue of the data want to know of its publisher.
struct CatalogueSettings {
    /// ISO 3166-1 alpha-2, lower case: whose rules the catalogue keeps beside Europe's.
    std::string country;
    /// The publisher's address in its country's register of organisations; may be empty.
    std::string publisher;
    Contact contact;
    /// Codes of the EU's list of data themes.
    std::vector<std::string> themes;
    /// Who delivers to GovData, as its list of contributors says it; may be empty.
    std::string contributor;
    Span span;
};

/// What an edition says of itself.
struct EditionNotice {
    /// What is new in it.
    data::Text note;
    /// The day on which it comes out; nothing: the day up to which it sees.
    std::optional<data::Date> published;
    /// When the next one comes.
    std::optional<data::Date> next;
};

/// At the foot of every page: a page of the report by its path, or an address elsewhere.
struct FooterLink {
    /// Empty: the page's title.
    data::Text label;
    std::string page;
    std::string url;
    Span span;
};

/// A page of the narrative that has a template of its own.
struct OwnTemplate {
    /// Below templates/: `pages/long-read.html`.
    std::string name;
    Span page_span;
    Span span;
};

struct Settings {
    data::Text title;
    data::Text description;
    data::Text publisher;
    data::LicenceStatement licence;
    /// Nothing: the catalogue says what the report itself says.
    std::optional<CatalogueSettings> catalogue;
    /// The first one is the default: it stands at the root of the site.
    std::vector<std::string> languages;
    /// With a slash at its end, or empty.
    std::string base_url;
    /// In time order.
    std::vector<data::Edition> editions;
    std::string default_edition;
    /// Ids of those that are published beside a later one.
    std::set<std::string> kept_editions;
    std::map<std::string, EditionNotice, std::less<>> notices;
    Appearance appearance;
    Contact contact;
    std::vector<FooterLink> footer;
    Legal legal;
    /// By path, without language and `.md`.
    std::map<std::string, OwnTemplate, std::less<>> page_templates;
    /// Id of the region set that the report is about, in the order of its navigation.
    std::string regions;
    /// Ids of the indicators that the home page and the regions' position strips show.
    std::vector<std::string> key_indicators;
    /// Paths of narrative pages without language and `.md`, in reading order.
    std::vector<std::string> chapters;
    /// Editions in which narrative pages appear, by path; a page that is not named here appears in all.
    std::map<std::string, data::EditionRange> page_editions;
    /// How much a finding of a code weighs in this report; an error stays one.
    std::map<std::string, Severity> levels;
    /// Phrases with digits that are names, not figures: "Industrie 4.0".
    std::vector<std::string> number_exceptions;
    /// Pages bring a picture for those who share them.
    bool pictures = true;
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

    /// The day on which an edition comes out.
    data::Date published(std::string_view edition) const;
};

inline constexpr std::string_view settings_path = "site/report.json";

/// Findings: those of JSON, `missing-file`, `missing-key`, `wrong-type`, `unknown-key`, `invalid-language`,
/// `invalid-date`, `unknown-edition`, `invalid-url`, `unknown-licence`, `unknown-word`, `invalid-email`,
/// `invalid-country`, `incomplete-catalogue` (what the country's portal cannot do without), those of
/// appearance.h, contact.h and legal.h.
Settings read_settings(const Disk& disk, SourceLibrary& library, Findings& findings);

}  // namespace regioscope::report
