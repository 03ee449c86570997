#include "base/foreign_files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <set>
#include <unordered_map>

#include "base/disk.h"
#include "base/environment.h"
#include "base/sha256.h"

namespace regioscope {

namespace {

namespace fs = std::filesystem;
using Status = struct ::stat;

bool look_at(const fs::path& path, Status& status) {
    return ::lstat(path.c_str(), &status) == 0;
}

bool is_same_file(const Status& a, const Status& b) {
    return a.st_ino == b.st_ino && a.st_dev == b.st_dev;
}

bool is_later(const timespec& a, const timespec& b) {
    return a.tv_sec != b.tv_sec ? a.tv_sec > b.tv_sec : a.tv_nsec > b.tv_nsec;
}

/// One finding for any number of files: the first is its place, the others are named below.
Finding finding_about(std::string_view code, const std::string& folder, const std::vector<std::string>& files,
                      std::string message, std::string way_out) {
    constexpr std::size_t most_named = 10;
    Finding finding = make_error(code, {}, std::move(message));
    finding.file = folder + "/" + files.front();
    for (std::size_t i = 1; i < std::min(files.size(), most_named); ++i)
        finding.note(fmt::format("so is {}/{}", folder, files[i]));
    if (files.size() > most_named) finding.note(fmt::format("and so are {} more", files.size() - most_named));
    finding.note(std::move(way_out));
    return finding;
}

/// The files that a manifest lists, as they stand in its folder.
class Listed {
  public:
    Listed(const fs::path& folder, const Manifest& manifest)
        : folder_(folder), disk_(open_folder(folder.string())) {
        look_at(folder_ / manifest_path, written_);
        for (const ManifestEntry& entry : manifest) {
            files_.emplace(entry.path, &entry);
            for (std::size_t slash = entry.path.rfind('/'); slash != std::string::npos && slash > 0;
                 slash = entry.path.rfind('/', slash - 1)) {
                if (!folders_.insert(entry.path.substr(0, slash)).second) break;
            }
        }
    }

    bool has(const std::string& file) const { return file == manifest_path || files_.contains(file); }
    bool has_folder(const std::string& folder) const { return folders_.contains(folder); }

    /// The manifest is written last: what has not been touched since is what it says. Only of the rest the
    /// bytes are read.
    bool is_as_written(const std::string& file) const {
        if (file == manifest_path) return true;
        Status status{};
        if (!look_at(folder_ / file, status)) return true;
        if (!S_ISREG(status.st_mode)) return false;
        const auto [first, last] = files_.equal_range(file);
        const auto has_size = [&](const auto& entry) {
            return entry.second->bytes == static_cast<std::uint64_t>(status.st_size);
        };
        if (std::none_of(first, last, has_size)) return false;
        if (!is_later(status.st_ctim, written_.st_ctim)) return true;
        const Result<std::string> content = disk_->read(file);
        if (!content) return false;
        Sha256 digest;
        digest.add(*content);
        const std::string sha256 = digest.hex();
        return std::any_of(first, last, [&](const auto& entry) { return entry.second->sha256 == sha256; });
    }

  private:
    fs::path folder_;
    std::unique_ptr<Disk> disk_;
    Status written_{};
    std::unordered_multimap<std::string, const ManifestEntry*> files_;
    std::set<std::string, std::less<>> folders_;
};

/// A second name for a file; a copy where the disk allows none (another file system, somebody else's file).
Result<Done> link_or_copy(const fs::path& from, const fs::path& to) {
    if (::link(from.c_str(), to.c_str()) == 0) return Done{};
    const int code = errno;
    std::error_code error;
    fs::copy(from, to, fs::copy_options::copy_symlinks, error);
    if (!error && fs::exists(fs::symlink_status(to, error))) return Done{};
    return environment_finding("cannot keep this file, which no build made", from.string(),
                               error ? error.value() : code);
}

}  // namespace

bool is_working_name(std::string_view name) {
    return name.starts_with(working_prefix) || name == "lost+found";
}

Result<ForeignFiles> ForeignFiles::find(const std::string& place) {
    const fs::path folder(place);
    ForeignFiles foreign(folder);
    Result<std::string> text = open_folder(place)->read(manifest_path);
    if (!text && text.finding().code != "missing-file") {
        text.finding().file = (folder / manifest_path).string();
        return std::move(text).finding();
    }
    if (std::optional<Manifest> manifest = text ? read_manifest(*text) : std::nullopt; manifest)
        foreign.listed_ = *std::move(manifest);
    const Listed listed(folder, foreign.listed_);
    std::vector<std::string> changed;
    std::error_code error;
    fs::recursive_directory_iterator entry(folder, error);
    for (const fs::recursive_directory_iterator end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().lexically_relative(folder).generic_string();
        const bool is_passed_over = entry.depth() == 0 && is_working_name(name);
        if (is_passed_over) entry.disable_recursion_pending();
        if (is_passed_over) continue;
        std::error_code ignored;
        if (entry->symlink_status(ignored).type() == fs::file_type::directory) {
            if (listed.has(name)) {
                changed.push_back(name);
            } else if (!listed.has_folder(name)) {
                foreign.folders_.push_back(name);
            }
        } else if (!listed.has(name)) {
            foreign.files_.push_back(name);
        } else if (!listed.is_as_written(name)) {
            changed.push_back(name);
        }
    }
    if (error) return environment_finding("cannot look through the output", place, error.value());
    std::sort(foreign.files_.begin(), foreign.files_.end());
    std::sort(foreign.folders_.begin(), foreign.folders_.end());
    std::sort(changed.begin(), changed.end());
    if (changed.empty()) return foreign;
    return finding_about("output-changed", folder.string(), changed,
                         "this file was changed since it was built, and the build would undo that",
                         "move it away or delete it, and build again; what readers see is made from the "
                         "project");
}

Result<Done> ForeignFiles::fit_into(const std::string& target) const {
    const fs::path folder(target);
    std::vector<std::string> taken;
    Status here{};
    Status there{};
    for (const std::string& name : folders_) {
        const bool is_there = look_at(folder / name, there);
        if (is_there ? !S_ISDIR(there.st_mode) : errno == ENOTDIR) taken.push_back(name);
    }
    for (const std::string& name : files_) {
        const bool is_there = look_at(folder / name, there);
        if (!is_there && errno != ENOTDIR) continue;
        const bool is_this = is_there && look_at(folder_ / name, here) && is_same_file(here, there);
        if (!is_this) taken.push_back(name);
    }
    if (taken.empty()) return Done{};
    std::sort(taken.begin(), taken.end());
    return finding_about("output-taken", folder_.string(), taken,
                         "this was not made by a build, and the site has a file or folder for its place",
                         "move it away; what is to be in every build belongs into site/static/");
}

Result<Done> ForeignFiles::link_into(const std::string& target) const {
    const fs::path folder(target);
    if (Result<Done> fits = fit_into(target); !fits) return fits;
    const auto make_folder = [&](const fs::path& name) -> Result<Done> {
        std::error_code error;
        fs::create_directories(folder / name, error);
        if (!error) return Done{};
        return environment_finding("cannot keep this folder, which no build made", (folder_ / name).string(),
                                   error.value());
    };
    for (const std::string& name : folders_) {
        if (Result<Done> made = make_folder(name); !made) return made;
    }
    Status there{};
    for (const std::string& name : files_) {
        if (look_at(folder / name, there)) continue;
        if (Result<Done> made = make_folder(fs::path(name).parent_path()); !made) return made;
        if (Result<Done> linked = link_or_copy(folder_ / name, folder / name); !linked) return linked;
    }
    for (const std::string& name : folders_) {
        std::error_code ignored;
        const fs::perms permissions = fs::status(folder_ / name, ignored).permissions();
        if (permissions != fs::perms::unknown) fs::permissions(folder / name, permissions, ignored);
    }
    return Done{};
}

}  // namespace regioscope
