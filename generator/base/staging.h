// A folder that is written aside and takes its place in one step, so that readers see the old one whole or
// the new one whole, whatever kills the program. The only code that writes to the disk.
//
// For an output `public`, its parent holds while a build runs: `.public.regioscope-lock` (who builds),
// `.public.regioscope-new` (what is being written), and where folders cannot be exchanged in one step for a
// moment `.public.regioscope-old`, from which the next start recovers. An output that cannot be exchanged (it
// is where another file system begins, or nothing may be written beside it) holds the first two itself, and
// its files are replaced one by one.
//
// Whatever stands in the output and no build put there stays (`foreign_files.h`).
#pragma once

#include <memory>
#include <mutex>
#include <set>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/environment.h"
#include "base/foreign_files.h"
#include "base/result.h"

namespace regioscope {

/// Does a path lie in a folder, or is it that folder, wherever their links lead? Neither needs to exist.
bool lies_in(const std::string& path, const std::string& folder);

class Staging {
  public:
    /// Opens a staging folder for `target`. An existing target is only accepted if it is empty or holds a
    /// manifest of ours. Findings: `output-busy`, `output-not-ours`, `environment`.
    static Result<std::unique_ptr<Staging>> open(const std::string& target);
    /// For whoever is told to end at once: removes whatever is staged, and the locks; what is being published
    /// is finished first. Was there anything to remove? Nothing can be staged afterwards.
    static bool abandon_all();

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

    /// Puts the staged folder, its manifest in it, in the target's place. Findings: `output-not-ours`,
    /// `output-changed`, `output-taken`, `environment`.
    Result<Done> publish();
    /// What publishing kept although no build made it.
    const std::vector<std::string>& kept() const { return kept_; }
    /// Were the files replaced one by one?
    bool is_in_place() const { return is_in_place_; }

  private:
    struct Places {
        std::string target;
        /// In front of `lock`, `new` and `old`.
        std::string prefix;
        bool is_in_place = false;
    };

    static Places places_of(const std::string& target);

    Staging(const Places& places, int lock);
    Result<Done> prepare();
    /// Does what stands in the target's place allow to publish there?
    Result<Done> examine() const;
    Result<Done> exchange(const ForeignFiles& foreign);
    Result<Done> move_aside_and_in();
    Result<Done> move_in(const ForeignFiles& foreign);
    void close() noexcept;
    std::string place(std::string_view suffix) const { return prefix_ + std::string(suffix); }

    std::string target_;
    std::string prefix_;
    std::string staged_;
    bool is_in_place_;
    int lock_;
    int folder_ = -1;
    /// Held by those that write, exclusively by whoever publishes or removes.
    std::shared_mutex life_;
    bool is_over_ = false;
    std::mutex folders_mutex_;
    std::set<std::string, std::less<>> made_folders_;
    std::vector<std::string> kept_;
};

}  // namespace regioscope
