// Stylesheets, scripts and pictures: the built-in ones, and the project's own, which win when they have the
// same name.
#pragma once

#include <memory>
#include <string>
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

    Result<std::string> read() const { return disk->read(file); }
};

/// Files of the built-in `templates/assets/` and of the project's `templates/assets/` and `site/assets/`.
class Assets {
  public:
    /// Finding: `invalid-file-name`.
    Assets(const Project& project, Findings& findings);

    /// In bytewise order of their paths.
    const std::vector<Asset>& all() const { return all_; }

  private:
    std::unique_ptr<Disk> built_in_;
    std::vector<Asset> all_;
};

}  // namespace regioscope::report
