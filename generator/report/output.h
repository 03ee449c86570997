// Where the files of a site go as soon as they are made: to the disk, into memory for the preview, or nowhere
// for a check. Only what others need later is kept of each.
#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/finding.h"
#include "base/sha256.h"
#include "base/staging.h"

namespace regioscope::report {

/// A finished file, held in memory.
struct OutputFile {
    /// Relative to the root of the site.
    std::string path;
    std::string content;
};

class Output {
  public:
    /// What is kept of a file that has gone.
    struct Entry {
        std::string path;
        std::size_t bytes = 0;
        /// Only of what goes to the disk.
        std::string sha256 = {};
        /// What asks for it; nowhere for what every site has.
        Span origin = {};
    };

    /// A file on its way, for one thread; it is there when this goes.
    class File {
      public:
        File(const File&) = delete;
        File& operator=(const File&) = delete;
        ~File();

        void append(std::string_view content);

      private:
        friend Output;
        File(Output& output, Entry entry);

        Output& output_;
        Entry entry_;
        std::optional<Sha256> digest_;
        std::optional<Staging::File> staged_;
        std::string kept_;
    };

    /// To the disk if there is a `staging`; `keeps`: into memory.
    Output(Staging* staging, bool keeps) : staging_(staging), keeps_(keeps) {}
    /// A folder of another output, which takes what is added; `folder` ends with a slash, or is empty.
    Output(Output& whole, std::string folder)
        : whole_(&whole), folder_(std::move(folder)), staging_(nullptr), keeps_(false) {}

    /// Both may be called by many threads. Of files that want one path, the first stays.
    void add(std::string path, std::string_view content, Span origin = {});
    /// For files that are too large to be made in one piece.
    File open(std::string path, Span origin = {});

    /// In bytewise order of their paths, also those that want one path. To be asked when all are there, as
    /// are the others.
    std::vector<Entry> take_entries();
    std::vector<OutputFile> take_kept() { return std::move(kept_); }
    /// Of the disk: a full one says the same of every file, and is heard once.
    Findings take_findings() { return std::move(findings_); }

  private:
    /// Passes a finding of the disk on; true when all is well.
    template <class T>
    bool accept(Result<T>& result);

    Output* whole_ = nullptr;
    std::string folder_;
    Staging* staging_;
    bool keeps_;
    std::mutex mutex_;
    std::vector<Entry> entries_;
    std::unordered_set<std::string> paths_;
    std::vector<OutputFile> kept_;
    Findings findings_;
};

}  // namespace regioscope::report
