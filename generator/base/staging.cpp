#include "base/staging.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

#include "base/disk.h"

namespace regioscope {

namespace {

namespace fs = std::filesystem;

Finding environment(std::string_view what, const std::string& path, int code) {
    Finding finding = make_error(environment_code, {}, fmt::format("{}: {}", what, std::strerror(code)));
    finding.file = path;
    return finding;
}

/// `.public.regioscope-new` for `/srv/public` and `new`.
std::string sibling(const std::string& target, std::string_view suffix) {
    const fs::path path(target);
    return (path.parent_path() / fmt::format(".{}.regioscope-{}", path.filename().string(), suffix)).string();
}

/// The lock file, locked; or −1 with errno (EWOULDBLOCK: somebody else builds). Its holder removes it at the
/// end, so a lock won on a file that has just been removed counts for nothing: try again.
int lock(const std::string& path) {
    while (true) {
        const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
        if (file < 0) return -1;
        if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
            const int code = errno;
            ::close(file);
            errno = code;
            return -1;
        }
        struct stat held {};
        struct stat named {};
        const bool same = ::fstat(file, &held) == 0 && ::stat(path.c_str(), &named) == 0 &&
                          held.st_ino == named.st_ino && held.st_dev == named.st_dev;
        if (same) return file;
        ::close(file);
    }
}

}  // namespace

bool lies_in(const std::string& path, const std::string& folder) {
    const auto resolved = [](const std::string& name) {
        std::error_code error;
        const fs::path absolute = fs::absolute(name, error);
        const fs::path canonical = fs::weakly_canonical(absolute, error);
        const fs::path normal = (error ? absolute : canonical).lexically_normal();
        return normal.has_filename() ? normal : normal.parent_path();
    };
    const fs::path inner = resolved(path);
    const fs::path outer = resolved(folder);
    return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

Result<std::unique_ptr<Staging>> Staging::open(const std::string& target, std::string_view marker,
                                               bool (*is_ours)(std::string_view)) {
    std::error_code error;
    fs::path absolute = fs::absolute(target, error).lexically_normal();
    if (!absolute.has_filename()) absolute = absolute.parent_path();
    // An output that is a link is replaced where it points to, also when nothing is there yet: the link
    // stays.
    constexpr int most_links = 40;
    for (int links = 0; fs::is_symlink(absolute, error); ++links) {
        if (links == most_links) return environment("cannot follow the output's link", target, ELOOP);
        absolute = (absolute.parent_path() / fs::read_symlink(absolute, error)).lexically_normal();
        if (!absolute.has_filename()) absolute = absolute.parent_path();
    }
    fs::create_directories(absolute.parent_path(), error);
    if (error)
        return environment("cannot make the folder for the output", absolute.parent_path().string(),
                           error.value());

    const std::string lock_path = sibling(absolute.string(), "lock");
    const int lock_file = lock(lock_path);
    if (lock_file < 0 && errno == EWOULDBLOCK) {
        Finding finding = make_error("output-busy", {}, "another build is writing this output");
        finding.file = target;
        return std::move(finding).note("wait for it, or give another folder with --output");
    }
    if (lock_file < 0) return environment("cannot write beside the output", lock_path, errno);

    std::unique_ptr<Staging> staging(new Staging(absolute.string(), lock_file));
    if (Result<Done> prepared = staging->prepare(marker, is_ours); !prepared)
        return std::move(prepared).finding();
    return staging;
}

Staging::Staging(std::string target, int lock)
    : target_(std::move(target)), staged_(sibling(target_, "new")), lock_(lock) {}

Result<Done> Staging::prepare(std::string_view marker, bool (*is_ours)(std::string_view)) {
    std::error_code error;
    const std::string old = beside("old");
    if (fs::exists(old, error)) {
        // A build was killed between two renames: the old site goes back, unless the new one had arrived.
        if (!fs::exists(target_, error)) fs::rename(old, target_, error);
        fs::remove_all(old, error);
    }
    if (fs::exists(target_, error)) {
        const bool empty = fs::is_directory(target_, error) && fs::is_empty(target_, error);
        const Result<std::string> text = open_folder(target_)->read(marker);
        if (!empty && (!text || !is_ours(*text))) {
            Finding finding =
                make_error("output-not-ours", {},
                           "this folder holds files that no build of ours made; it is left alone");
            finding.file = target_;
            return std::move(finding).note("give an empty or a new folder with --output");
        }
    }
    fs::remove_all(staged_, error);
    if (::mkdir(staged_.c_str(), 0755) != 0)
        return environment("cannot make the staging folder", staged_, errno);
    folder_ = ::open(staged_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    if (folder_ < 0) return environment("cannot open the staging folder", staged_, errno);
    return Done{};
}

Staging::~Staging() {
    std::error_code ignored;
    if (folder_ >= 0) {
        ::close(folder_);
        fs::remove_all(staged_, ignored);
    }
    ::unlink(beside("lock").c_str());
    ::close(lock_);
}

std::string Staging::beside(std::string_view suffix) const {
    return sibling(target_, suffix);
}

Result<Staging::File> Staging::create(std::string_view path) {
    std::string name(path);
    if (!is_inner_path(path)) {
        Finding finding =
            make_error("path-outside", {}, fmt::format("'{}' is no path inside the output", path));
        return finding;
    }
    {
        const std::lock_guard guard(mutex_);
        for (std::size_t slash = name.find('/'); slash != std::string::npos;
             slash = name.find('/', slash + 1)) {
            if (!made_folders_.insert(name.substr(0, slash)).second) continue;
            if (::mkdirat(folder_, name.substr(0, slash).c_str(), 0755) != 0 && errno != EEXIST) {
                return environment("cannot make a folder", name, errno);
            }
        }
    }
    const int file =
        ::openat(folder_, name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (file < 0) return environment("cannot write", name, errno);
    return File(std::move(name), file);
}

Staging::File::File(File&& other) noexcept
    : name_(std::move(other.name_)), number_(std::exchange(other.number_, -1)) {}

Staging::File::~File() {
    if (number_ >= 0) ::close(number_);
}

Result<Done> Staging::File::append(std::string_view content) {
    while (!content.empty()) {
        const ssize_t count = ::write(number_, content.data(), content.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return environment("cannot write", name_, errno);
        content.remove_prefix(static_cast<std::size_t>(count));
    }
    return Done{};
}

Result<Done> Staging::File::close() {
    if (::close(std::exchange(number_, -1)) != 0) return environment("cannot write", name_, errno);
    return Done{};
}

Result<Done> Staging::publish() {
    if (::access(target_.c_str(), F_OK) != 0) {
        if (::rename(staged_.c_str(), target_.c_str()) != 0)
            return environment("cannot put the output in place", target_, errno);
    } else if (::renameat2(AT_FDCWD, staged_.c_str(), AT_FDCWD, target_.c_str(), RENAME_EXCHANGE) != 0) {
        if (errno != EINVAL && errno != ENOSYS)
            return environment("cannot put the output in place", target_, errno);
        const std::string old = beside("old");
        if (::rename(target_.c_str(), old.c_str()) != 0)
            return environment("cannot move the old output aside", target_, errno);
        if (::rename(staged_.c_str(), target_.c_str()) != 0) {
            const int code = errno;
            ::rename(old.c_str(), target_.c_str());
            return environment("cannot put the output in place", target_, code);
        }
        std::error_code ignored;
        fs::remove_all(old, ignored);
    }
    return Done{};
}

}  // namespace regioscope
