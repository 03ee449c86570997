// The only way to the disk. A Disk is rooted in one folder; paths are relative to it with `/` between
// folders, and neither `..` nor a symbolic link leads out. Tests use MemoryDisk.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace regioscope {

class Disk {
  public:
    virtual ~Disk() = default;

    /// The whole file. Findings: `missing-file`, `path-outside`, `unreadable-file`, `file-too-large`.
    virtual Result<std::string> read(std::string_view path) const = 0;
    virtual bool exists(std::string_view path) const = 0;
    /// Whatever stands below a folder and is no folder to go into, in bytewise order of the paths, hidden
    /// ones left out. What cannot be read (a pipe, a link out, a closed folder) is listed too: reading it
    /// tells.
    virtual std::vector<std::string> list(std::string_view folder) const = 0;
    /// The same, hidden ones included.
    virtual std::vector<std::string> list_all(std::string_view folder) const = 0;
    /// Says where the root is, for messages.
    virtual std::string root() const = 0;
};

/// Is it a path that stays below its root by its letters alone: relative, no empty, `.` or `..` parts, no
/// `\`, no NUL?
bool is_inner_path(std::string_view path);

/// A folder on the real disk.
std::unique_ptr<Disk> open_folder(const std::string& folder);

/// The folder that the running program lies in; empty when that cannot be known.
std::string program_folder();

/// Files in memory, for tests and for the built-in templates.
class MemoryDisk : public Disk {
  public:
    MemoryDisk() = default;
    explicit MemoryDisk(std::map<std::string, std::string> files) : files_(files.begin(), files.end()) {}
    void write(std::string path, std::string text) { files_[std::move(path)] = std::move(text); }

    Result<std::string> read(std::string_view path) const override;
    bool exists(std::string_view path) const override { return files_.contains(path); }
    std::vector<std::string> list(std::string_view folder) const override;
    std::vector<std::string> list_all(std::string_view folder) const override;
    std::string root() const override { return "memory"; }

  private:
    std::map<std::string, std::string, std::less<>> files_;
};

}  // namespace regioscope
