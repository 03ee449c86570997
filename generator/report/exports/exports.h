// Files for machines beside the pages.
#pragma once

#include <string>
#include <vector>

#include "report/links.h"
#include "report/site.h"

namespace regioscope::report {

/// `data/observations.csv`: one row per figure used in this edition, gaps and derived ones included; and
/// `data/all-observations.csv`: those that are superseded or were corrected too, with a column `used`.
std::vector<OutputFile> observation_files(const Site& site);

/// Every intermediate value of the comparison, below data/; none where there is no comparison.
std::vector<OutputFile> comparison_files(const Site& site);

/// `robots.txt`, and with a base URL `sitemap.xml`: the addresses of all pages in all languages.
std::vector<OutputFile> discovery_files(const Site& site);

inline constexpr std::string_view web_manifest_path = "site.webmanifest";
/// What a device shows of the report that keeps it, in each language.
std::vector<OutputFile> web_manifests(const Site& site);

inline constexpr std::string_view manifest_path = "build-manifest.json";
/// Every file with its size and SHA-256, in bytewise order of the paths; itself not listed.
std::string manifest_json(const std::vector<OutputFile>& files);
/// Is this the text of a manifest that this program wrote?
bool is_our_manifest(std::string_view text);

}  // namespace regioscope::report
