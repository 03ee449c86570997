// Where the files of a site go as soon as they are made: to the disk, into memory for the preview, or nowhere
// for a check. Only what others need later is kept of each.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/finding.h"
#include "base/manifest.h"
#include "base/sha256.h"
#include "base/staging.h"

namespace regioscope::report {

/// A finished file, held in memory.
struct OutputFile {
    /// Relative to the root of the site.
    std::string path;
    std::string content;
    /// The project's file that asks for it; empty for what every site has.
    std::string origin = {};
};

struct OutputOptions {
    /// Into memory too.
    bool keeps = false;
    /// Digests also of what does not go to the disk.
    bool digests = false;
    /// Text files stand there compressed too, for hosts that hand them out so.
    bool compresses = false;
};

class Output {
  public:
    /// What is kept of a file that has gone.
    struct Entry {
        std::string path;
        std::size_t bytes = 0;
        /// Of what goes to the disk, or as the options say.
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

        void finish();

        Output& output_;
        Entry entry_;
        bool compresses_;
        std::optional<Sha256> digest_;
        std::optional<Staging::File> staged_;
        std::string kept_;
    };

    /// To the disk if there is a `staging`.
    Output(Staging* staging, OutputOptions options) : staging_(staging), options_(options) {}
    /// A folder of another output, which takes what is added; `folder` ends with a slash, or is empty.
    Output(Output& whole, std::string folder)
        : whole_(&whole), folder_(std::move(folder)), staging_(nullptr), options_(whole.options_) {}

    /// Both may be called by many threads. Of files that want one path, the first stays.
    void add(std::string path, std::string_view content, Span origin = {});
    /// For files that are too large to be made in one piece.
    File open(std::string path, Span origin = {});

    /// Does it go to readers, or is told what would? Neither in a check nor in the preview.
    bool is_published() const {
        return staging_ != nullptr || options_.digests || (whole_ != nullptr && whole_->is_published());
    }

    /// A file cannot be made, for what the machine lacks.
    void refuse(Finding finding);
    /// Of the files that are there by now.
    std::map<std::string, std::size_t, std::less<>> sizes();

    /// In bytewise order of their paths, also those that want one path. To be asked when all are there, as
    /// are the others.
    std::vector<Entry> take_entries();
    std::vector<OutputFile> take_kept() { return std::move(kept_); }
    /// Of the disk: a full one says the same of every file, and is heard once.
    Findings take_findings();

  private:
    /// May a file of that path go to the disk? One that is there already, or stands where a folder does,
    /// waits for `check_paths` to tell of it.
    bool takes(const std::string& path);
    /// Passes a finding of the disk on; true when all is well.
    template <class T>
    bool accept(Result<T>& result);

    Output* whole_ = nullptr;
    std::string folder_;
    Staging* staging_;
    OutputOptions options_;
    /// A file could not be finished for want of memory.
    std::atomic<bool> is_out_of_memory_ = false;
    std::mutex mutex_;
    std::vector<Entry> entries_;
    std::unordered_set<std::string> paths_;
    /// That files lie in.
    std::unordered_set<std::string> folders_;
    std::vector<OutputFile> kept_;
    Findings findings_;
};

Manifest manifest_of(const std::vector<Output::Entry>& files);

}  // namespace regioscope::report
