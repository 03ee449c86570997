// What stands in a published folder and no build of ours put there: a CNAME, a hand-made page, another
// report. It is the user's, and every later build keeps it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/manifest.h"
#include "base/result.h"

namespace regioscope {

/// Names that begin so, at the top of a folder, are the program's own while it works there.
inline constexpr std::string_view working_prefix = ".regioscope-";
/// Is a name at the top of a folder nobody's: the program's own, or the file system's?
bool is_working_name(std::string_view name);

class ForeignFiles {
  public:
    /// Looks through a folder: what its manifest does not list is foreign. Findings: `output-changed` (a
    /// listed file is no longer what a build wrote), `environment`.
    static Result<ForeignFiles> find(const std::string& place);

    /// Whatever is no folder, in bytewise order; links are not followed.
    const std::vector<std::string>& files() const { return files_; }
    /// What the folder's manifest lists; nothing where there is none.
    const Manifest& listed() const { return listed_; }

    /// Is there place for all of them in another folder, or do they stand there already? Finding:
    /// `output-taken`.
    Result<Done> fit_into(const std::string& target) const;
    /// Gives them a second name in another folder, so that both are whole until one goes. Findings as above,
    /// and `environment`.
    Result<Done> link_into(const std::string& target) const;

  private:
    explicit ForeignFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}

    std::filesystem::path folder_;
    std::vector<std::string> files_;
    /// Those that hold no listed file.
    std::vector<std::string> folders_;
    Manifest listed_;
};

}  // namespace regioscope
