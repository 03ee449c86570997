// A folder that is written aside and takes its place in one step, so that readers see the old one whole or
// the new one whole, whatever kills the program. The only code that writes to the disk.
//
// For an output `public`, its parent holds while a build runs: `.public.regioscope-lock` (who builds),
// `.public.regioscope-new` (what is being written), and where folders cannot be exchanged in one step for a
// moment `.public.regioscope-old`, from which the next start recovers.
#pragma once

#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>

#include "base/result.h"

namespace regioscope {

/// Findings with this code come from the environment (disk, permissions): the program ends with status 3.
inline constexpr std::string_view environment_code = "environment";

/// Does a path lie in a folder, or is it that folder, wherever their links lead? Neither needs to exist.
bool lies_in(const std::string& path, const std::string& folder);

class Staging {
  public:
    /// Opens a staging folder beside `target`. An existing target is only accepted if it is empty or
    /// `is_ours` approves of the text of its file `marker`. Findings: `output-busy`, `output-not-ours`,
    /// `environment`.
    static Result<std::unique_ptr<Staging>> open(const std::string& target, std::string_view marker,
                                                 bool (*is_ours)(std::string_view));

    Staging(const Staging&) = delete;
    Staging& operator=(const Staging&) = delete;
    /// Removes what was not published, and the lock.
    ~Staging();

    /// A file that is being written, by one thread.
    class File {
      public:
        File(File&& other) noexcept;
        File& operator=(File&&) = delete;
        ~File();

        Result<Done> append(std::string_view content);
        /// To be called when all is there: some disks say only then that they are full.
        Result<Done> close();

      private:
        friend Staging;
        File(std::string name, int number) : name_(std::move(name)), number_(number) {}

        std::string name_;
        int number_;
    };

    /// A new file; `path` is inner. May be called from several threads.
    Result<File> create(std::string_view path);

    /// Puts the staged folder in the target's place.
    Result<Done> publish();

  private:
    Staging(std::string target, int lock);
    Result<Done> prepare(std::string_view marker, bool (*is_ours)(std::string_view));
    std::string beside(std::string_view suffix) const;

    std::string target_;
    std::string staged_;
    int lock_;
    int folder_ = -1;
    std::mutex mutex_;
    std::set<std::string, std::less<>> made_folders_;
};

}  // namespace regioscope
