// Files for machines beside the pages.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "report/output.h"
#include "report/site.h"

namespace regioscope::report {

struct Revisit;

/// `data/observations.csv`: one row per figure used in this edition, gaps and derived ones included; and
/// `data/all-observations.csv`: those that are superseded or were corrected too, with a column `used`.
void add_observation_files(const Site& site, Output& output);

/// Every intermediate value of the comparison, below data/; none where there is no comparison.
void add_comparison_files(const Site& site, Output& output);

/// `data/facts.csv`: what is known beside figures, each with its source and the place in it; none where
/// nothing is.
void add_facts_file(const Site& site, Output& output);

/// What the ids in these files stand for: `data/regions.csv`, `data/sources.csv` …
void add_list_files(const Site& site, Output& output);

/// Beside each CSV file what its columns are (CSV on the Web): `data/observations.csv-metadata.json`.
void add_csv_descriptions(const Site& site, Output& output);

inline constexpr std::string_view data_package_path = "data/datapackage.json";
/// All CSV files as one Data Package.
void add_data_package(const Site& site, Output& output);

/// Each indicator as a cube in JSON-stat, in every language, and a collection that lists them.
void add_json_stat(const Site& site, Output& output);
inline constexpr std::string_view json_stat_collection = "data/indicators.json";
std::string json_stat_path(std::string_view indicator);

/// The figures as spreadsheets, in every language.
void add_workbooks(const Site& site, Output& output);
inline constexpr std::string_view whole_workbook = "data/report.xlsx";
std::string region_workbook(std::string_view region);
std::string indicator_workbook(std::string_view indicator);

inline constexpr std::string_view claims_path = "data/claims.json";
/// What the texts state, on which condition and from which figures.
void add_claims(const Site& site, Output& output);

inline constexpr std::string_view catalogue_path = "data/catalog.ttl";
inline constexpr std::string_view catalogue_json_path = "data/catalog.jsonld";
/// The data as a portal's catalogue has them (DCAT-AP), in both ways of writing it. Asked when the files that
/// it lists are there.
void add_catalogue(const Site& site, Output& output);

/// `data/changes.json`: all that changed since the edition before; none in the first one.
void add_changes_file(const Site& site, Output& output);
/// The same, and what there is to look at again where that is asked for.
std::string changes_json(const Changes& changes, const std::vector<Revisit>* revisit);

/// Of an edition that will be kept, small pages where its pages will then stand, leading to where they are
/// now: what is cited today goes on saying what it says.
void add_permalinks(const Site& site, Output& output);

/// For each redirect a small page that leads on; `_redirects` and `redirects.map` (nginx) for hosts that can
/// do better.
void add_redirect_files(const Site& site, Output& output);

inline constexpr std::string_view feed_path = "feed.xml";
/// In each language the editions as a feed (Atom), with what changed in each. Addresses in it are absolute:
/// there is none where the site's is not known, nor for an older edition beside the current one.
void add_feeds(const Site& site, Output& output);
bool has_feed(const Site& site);

inline constexpr std::string_view guide_path = "llms.txt";
/// In each language what there is to read, for programs that read text.
void add_guides(const Site& site, Output& output);

/// `robots.txt`, and with a base URL `sitemap.xml`: the addresses of all pages in all languages. None for an
/// older edition beside the current one.
void add_discovery_files(const Site& site, Output& output);

inline constexpr std::string_view security_txt_path = ".well-known/security.txt";
/// Where somebody tells of a weakness of the site; none where the report does not say.
void add_security_txt(const Site& site, Output& output);

/// The report's own colours, where it has any.
void add_own_colours(const Site& site, Output& output);

/// Beside each page that is read and shared a picture of it, where the site's address is known. Of the
/// current edition, unless the settings do without.
void add_pictures(const Site& site, Output& output);

inline constexpr std::string_view favicon_path = "favicon.ico";
struct IconFile {
    std::string_view path;
    int size = 0;
};
/// For devices that keep a page among their programs.
inline constexpr std::array icon_files = {IconFile{"apple-touch-icon.png", 180},
                                          IconFile{"icon-192.png", 192}, IconFile{"icon-512.png", 512}};
/// The report's mark (assets/icon.svg) for browsers and devices that take no SVG.
void add_icons(const Site& site, Output& output);

inline constexpr std::string_view web_manifest_path = "site.webmanifest";
/// What a device shows of the report that keeps it, in each language.
void add_web_manifests(const Site& site, Output& output);

}  // namespace regioscope::report
