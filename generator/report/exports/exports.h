// Files for machines beside the pages.
#pragma once

#include <string>
#include <vector>

#include "report/links.h"
#include "report/site.h"

namespace regioscope::report {

/// `data/observations.csv`: one row per figure used in this edition, gaps and derived ones included.
std::string observations_csv(const Site& site);
/// `data/all-observations.csv`: those that are superseded or were corrected too, with a column `used`.
std::string all_observations_csv(const Site& site);

/// The addresses of all pages in all languages; empty without a base URL.
/// Every intermediate value of the comparison, below data/; none where there is no comparison.
std::vector<OutputFile> comparison_files(const Site& site);

std::string sitemap_xml(const Site& site);
std::string robots_txt(const Site& site);

inline constexpr std::string_view manifest_path = "build-manifest.json";
/// Every file with its size and SHA-256, in bytewise order of the paths; itself not listed.
std::string manifest_json(const std::vector<OutputFile>& files);
/// Is this the text of a manifest that this program wrote?
bool is_our_manifest(std::string_view text);

}  // namespace regioscope::report
