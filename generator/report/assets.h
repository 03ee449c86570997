// What is published as it is. Stylesheets, scripts and pictures: the built-in ones, and the project's own,
// which win when they have the same name. And what the host asks for at the root of the site: a CNAME, a
// .nojekyll.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk.h"
#include "base/finding.h"
#include "report/project.h"

namespace regioscope::report {

struct Asset {
    /// In the site: `assets/report.css`.
    std::string path;
    const Disk* disk = nullptr;
    std::string file;
    /// For the whole site, and not for every edition that is published in it.
    bool at_root = false;
    /// The program's own words, which need not go out as they are written.
    bool is_built_in = false;

    Result<std::string> read() const;
};

/// What is in `site/static/` stands at the root of the site, hidden files too; but for this one, to whose
/// words the program adds its own.
inline constexpr std::string_view own_robots_txt = "site/static/robots.txt";

/// Files of the built-in `templates/assets/`, of the project's `templates/assets/` and `site/assets/`, and of
/// its `site/static/`.
class Assets {
  public:
    /// Findings: `invalid-file-name`, `hidden-file`.
    Assets(const Project& project, Findings& findings);

    /// In bytewise order of their paths.
    const std::vector<Asset>& all() const { return all_; }

  private:
    std::unique_ptr<Disk> built_in_;
    std::vector<Asset> all_;
};

}  // namespace regioscope::report
