// Files for machines beside the pages.
#pragma once

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

/// `data/changes.json`: all that changed since the edition before; none in the first one.
void add_changes_file(const Site& site, Output& output);
/// The same, and what there is to look at again where that is asked for.
std::string changes_json(const Changes& changes, const std::vector<Revisit>* revisit);

/// For each redirect a small page that leads on; `_redirects` and `redirects.map` (nginx) for hosts that can
/// do better.
void add_redirect_files(const Site& site, Output& output);

/// `robots.txt`, and with a base URL `sitemap.xml`: the addresses of all pages in all languages. None for an
/// older edition beside the current one.
void add_discovery_files(const Site& site, Output& output);

inline constexpr std::string_view web_manifest_path = "site.webmanifest";
/// What a device shows of the report that keeps it, in each language.
void add_web_manifests(const Site& site, Output& output);

inline constexpr std::string_view manifest_path = "build-manifest.json";
/// Every file with its size and SHA-256, in the order given; itself not listed.
std::string manifest_json(const std::vector<Output::Entry>& files);
/// Is this the text of a manifest that this program wrote?
bool is_our_manifest(std::string_view text);

}  // namespace regioscope::report
