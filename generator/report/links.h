// Checks every link of the finished site: pages, anchors and files that links, images, scripts and styles
// point to.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"

namespace regioscope::report {

struct OutputFile {
    /// Relative to the root of the site.
    std::string path;
    std::string content;
};

/// What one page points to and what of it can be pointed to, read from its markup.
struct PageLinks {
    std::vector<std::string> targets;
    std::set<std::string, std::less<>> ids;
    /// Ids that stand more than once.
    std::vector<std::string> repeated_ids;
};

/// `href`, `src` and `id` attributes of HTML written by this program (double-quoted values).
PageLinks links_in(std::string_view html);

/// Findings `broken-link` (a file that is not there), `broken-anchor` (a page without that id),
/// `repeated-id`. `base_path` is what absolute links of 404.html begin with.
void check_links(const std::vector<OutputFile>& files, std::string_view base_path, Findings& findings);

}  // namespace regioscope::report
