#include "base/disk.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/environment.h"

namespace regioscope {

namespace {

namespace fs = std::filesystem;

/// More than any dataset or picture needs, and little enough to be held in memory.
constexpr off_t max_file_size = off_t{1} << 30U;

Finding file_finding(std::string_view code, std::string_view path, std::string message) {
    Finding finding = make_error(code, {}, std::move(message));
    finding.file = path;
    return finding;
}

Finding outside(std::string_view path) {
    return file_finding("path-outside", path, fmt::format("'{}' leads out of its folder", path));
}

Finding missing(std::string_view path) {
    return file_finding("missing-file", path, "there is no such file");
}

bool starts_with(const fs::path& path, const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

/// Closes what it holds.
class FileDescriptor {
  public:
    explicit FileDescriptor(int number) : number_(number) {}
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;
    ~FileDescriptor() {
        if (number_ >= 0) ::close(number_);
    }
    int get() const { return number_; }

  private:
    int number_;
};

class Folder : public Disk {
  public:
    explicit Folder(std::string folder) : folder_(std::move(folder)) {
        std::error_code error;
        canonical_ = fs::weakly_canonical(folder_, error);
        if (error) canonical_ = folder_;
    }

    Result<std::string> read(std::string_view path) const override {
        if (!is_inner_path(path) || leads_out(path)) return outside(path);
        const fs::path full = folder_ / fs::path(path);
        const FileDescriptor file(::open(full.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
        if (file.get() < 0) {
            if (errno == ENOENT || errno == ENOTDIR) return missing(path);
            return unreadable(path, errno);
        }
        struct stat status {};
        if (::fstat(file.get(), &status) != 0) return unreadable(path, errno);
        if (S_ISDIR(status.st_mode))
            return file_finding("unreadable-file", path, "this is a folder, not a file");
        if (!S_ISREG(status.st_mode))
            return file_finding("unreadable-file", path, "this is not a regular file");
        if (status.st_size > max_file_size)
            return file_finding("file-too-large", path, "a file has at most 1 GiB");
        std::string text;
        text.resize(static_cast<std::size_t>(status.st_size));
        std::size_t done = 0;
        while (true) {
            if (done == text.size()) text.resize(text.size() + 4096);  // it may have grown since
            const ssize_t count = ::read(file.get(), text.data() + done, text.size() - done);
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) return unreadable(path, errno);
            if (count == 0) break;
            done += static_cast<std::size_t>(count);
        }
        text.resize(done);
        return text;
    }

    bool exists(std::string_view path) const override {
        if (!is_inner_path(path)) return false;
        std::error_code error;
        const bool is_there = fs::exists(fs::symlink_status(folder_ / fs::path(path), error));
        return is_there || error == std::errc::permission_denied || leads_out(path);
    }

    std::vector<std::string> list(std::string_view folder) const override {
        return listing(folder, Hidden::left_out);
    }

    std::vector<std::string> list_all(std::string_view folder) const override {
        return listing(folder, Hidden::listed);
    }

    std::string root() const override { return folder_.string(); }

  private:
    enum class Hidden { left_out, listed };

    std::vector<std::string> listing(std::string_view folder, Hidden hidden) const {
        std::vector<std::string> found;
        if (!folder.empty() && (!is_inner_path(folder) || leads_out(folder))) return found;
        const fs::path top = folder_ / fs::path(folder);
        std::error_code ignored;
        if (fs::is_directory(top, ignored)) walk(top, hidden, found);
        std::sort(found.begin(), found.end());
        return found;
    }

    void walk(const fs::path& folder, Hidden hidden, std::vector<std::string>& found) const {
        const auto shown = [&](const fs::path& path) {
            return path.lexically_relative(folder_).generic_string();
        };
        std::error_code error;
        std::vector<fs::path> folders;
        fs::directory_iterator entry(folder, error);
        for (const fs::directory_iterator end; !error && entry != end; entry.increment(error)) {
            const fs::path& path = entry->path();
            if (hidden == Hidden::left_out && path.filename().native().starts_with('.')) continue;
            std::error_code ignored;
            const bool is_called_like_a_file = path.extension() == ".json" || path.extension() == ".md";
            if (!entry->is_symlink(ignored) && entry->is_directory(ignored) && !is_called_like_a_file) {
                folders.push_back(path);
            } else {
                found.push_back(shown(path));
            }
        }
        if (error) found.push_back(shown(folder));
        // One folder is open at a time, however deep they lie.
        entry = {};
        for (const fs::path& inner : folders)
            walk(inner, hidden, found);
    }

    static Finding unreadable(std::string_view path, int code) {
        Finding finding =
            file_finding("unreadable-file", path, fmt::format("cannot be read: {}", std::strerror(code)));
        if (const std::string_view way_out = way_out_of(code); !way_out.empty())
            finding.note(std::string(way_out));
        return finding;
    }

    /// Follows every symbolic link on the way and sees whether the end still lies below the root. Where the
    /// way is closed nothing leads out, and reading tells.
    bool leads_out(std::string_view path) const {
        std::error_code error;
        const fs::path resolved = fs::weakly_canonical(folder_ / fs::path(path), error);
        if (error == std::errc::permission_denied) return false;
        return error || !starts_with(resolved, canonical_);
    }

    fs::path folder_;
    fs::path canonical_;
};

}  // namespace

bool is_inner_path(std::string_view path) {
    if (path.empty() || path.find('\\') != std::string_view::npos ||
        path.find('\0') != std::string_view::npos)
        return false;
    for (std::string_view rest = path;;) {
        const std::size_t slash = rest.find('/');
        const std::string_view part = rest.substr(0, slash);
        if (part.empty() || part == "." || part == "..") return false;
        if (slash == std::string_view::npos) return true;
        rest.remove_prefix(slash + 1);
    }
}

std::unique_ptr<Disk> open_folder(const std::string& folder) {
    return std::make_unique<Folder>(folder);
}

std::string program_folder() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    return error ? std::string() : program.parent_path().string();
}

Result<std::string> MemoryDisk::read(std::string_view path) const {
    if (!is_inner_path(path)) return outside(path);
    const auto found = files_.find(path);
    if (found == files_.end()) return missing(path);
    return found->second;
}

std::vector<std::string> MemoryDisk::list(std::string_view folder) const {
    std::vector<std::string> found = list_all(folder);
    std::erase_if(found, [](const std::string& path) {
        return path.starts_with('.') || path.find("/.") != std::string::npos;
    });
    return found;
}

std::vector<std::string> MemoryDisk::list_all(std::string_view folder) const {
    std::vector<std::string> found;
    const std::string prefix = folder.empty() ? "" : std::string(folder) + "/";
    for (const auto& [path, text] : files_) {
        if (path.starts_with(prefix)) found.push_back(path);
    }
    return found;
}

}  // namespace regioscope
