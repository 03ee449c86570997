#include "base/staging.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/stat.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <unordered_set>
#include <utility>

#include "base/disk.h"
#include "base/manifest.h"

namespace regioscope {

namespace {

namespace fs = std::filesystem;

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

/// All that are open, for whoever has to end them.
struct Open {
    std::recursive_mutex mutex;
    std::set<Staging*> stagings;
    bool is_closed = false;
};

Open& open_ones() {
    static Open open;
    return open;
}

/// Something stands there, be it a link that leads nowhere.
bool is_there(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(fs::symlink_status(path, ignored));
}

bool may_write_in(const fs::path& folder) {
    return ::faccessat(AT_FDCWD, folder.c_str(), R_OK | W_OK | X_OK, AT_EACCESS) == 0;
}

/// Another file system begins there: no rename reaches beyond.
bool is_mount_point(const fs::path& folder) {
    struct statx status {};
    return ::statx(AT_FDCWD, folder.c_str(), AT_SYMLINK_NOFOLLOW, STATX_BASIC_STATS, &status) == 0 &&
           (status.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
}

/// Also where somebody took the right to write from a folder of ours.
std::error_code remove_tree(const fs::path& path) {
    std::error_code error;
    fs::remove_all(path, error);
    if (!error) return error;
    std::error_code ignored;
    fs::permissions(path, fs::perms::owner_all, fs::perm_options::add | fs::perm_options::nofollow, ignored);
    fs::recursive_directory_iterator entry(path, ignored);
    for (const fs::recursive_directory_iterator end; !ignored && entry != end; entry.increment(ignored)) {
        std::error_code unknown;
        if (entry->symlink_status(unknown).type() == fs::file_type::directory)
            fs::permissions(entry->path(), fs::perms::owner_all, fs::perm_options::add, unknown);
    }
    error.clear();
    fs::remove_all(path, error);
    return error;
}

Finding not_to_be_removed(const fs::path& path, const std::error_code& error) {
    return environment_finding("cannot remove what an earlier build left", path.string(), error.value())
        .note("remove this folder by hand: nothing in it is needed");
}

/// Names of what lies in a folder and is not ours, for whoever wonders.
std::string some_names_in(const fs::path& folder) {
    constexpr std::size_t most_named = 3;
    std::vector<std::string> names;
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    for (const fs::directory_iterator end; !error && entry != end; entry.increment(error))
        names.push_back(entry->path().filename().string());
    std::sort(names.begin(), names.end());
    const bool is_more = names.size() > most_named;
    if (is_more) names.resize(most_named);
    return fmt::format("{}{}", fmt::join(names, ", "), is_more ? " …" : "");
}

bool is_empty(const fs::path& folder) {
    std::error_code error;
    const fs::directory_iterator entries(folder, error);
    return !error && std::all_of(begin(entries), end(entries), [](const fs::directory_entry& entry) {
        return is_working_name(entry.path().filename().string());
    });
}

/// Names reach the disk before whoever pulls the plug.
void sync_folder(const fs::path& folder) {
    const int number = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (number < 0) return;
    ::fsync(number);
    ::close(number);
}

Finding interrupted(const std::string& target) {
    return environment_finding("the build was told to end", target, EINTR);
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

Staging::Places Staging::places_of(const std::string& target) {
    const fs::path path(target);
    std::error_code error;
    const bool is_folder = fs::is_directory(path, error);
    const bool is_in_place =
        is_folder && may_write_in(path) && (is_mount_point(path) || !may_write_in(path.parent_path()));
    const fs::path prefix =
        is_in_place ? path / working_prefix
                    : path.parent_path() / fmt::format(".{}.regioscope-", path.filename().string());
    return {target, prefix.string(), is_in_place};
}

Result<std::unique_ptr<Staging>> Staging::open(const std::string& target) {
    std::error_code error;
    fs::path absolute = fs::absolute(target, error).lexically_normal();
    if (!absolute.has_filename()) absolute = absolute.parent_path();
    // An output that is a link is replaced where it points to, also when nothing is there yet: the link
    // stays.
    constexpr int most_links = 40;
    for (int links = 0; fs::is_symlink(absolute, error); ++links) {
        if (links == most_links) return environment_finding("cannot follow the output's link", target, ELOOP);
        absolute = (absolute.parent_path() / fs::read_symlink(absolute, error)).lexically_normal();
        if (!absolute.has_filename()) absolute = absolute.parent_path();
    }
    fs::create_directories(absolute.parent_path(), error);
    if (error)
        return environment_finding("cannot make the folder for the output", absolute.parent_path().string(),
                                   error.value());

    Open& open = open_ones();
    const std::lock_guard guard(open.mutex);
    if (open.is_closed) return interrupted(target);
    const Places places = places_of(absolute.string());
    const std::string lock_path = places.prefix + "lock";
    const int lock_file = lock(lock_path);
    if (lock_file < 0 && errno == EWOULDBLOCK) {
        Finding finding = make_error("output-busy", {}, "another build is writing this output");
        finding.file = target;
        return std::move(finding).note("wait for it, or give another folder with --output");
    }
    if (lock_file < 0) return environment_finding("cannot write beside the output", lock_path, errno);

    std::unique_ptr<Staging> staging(new Staging(places, lock_file));
    open.stagings.insert(staging.get());
    if (Result<Done> prepared = staging->prepare(); !prepared) return std::move(prepared).finding();
    return staging;
}

bool Staging::abandon_all() {
    Open& open = open_ones();
    const std::lock_guard guard(open.mutex);
    open.is_closed = true;
    for (Staging* const staging : open.stagings)
        staging->close();
    return !std::exchange(open.stagings, {}).empty();
}

Staging::Staging(const Places& places, int lock)
    : target_(places.target),
      prefix_(places.prefix),
      staged_(place("new")),
      is_in_place_(places.is_in_place),
      lock_(lock) {}

Staging::~Staging() {
    Open& open = open_ones();
    const std::lock_guard guard(open.mutex);
    open.stagings.erase(this);
    close();
}

void Staging::close() noexcept {
    const std::unique_lock guard(life_);
    if (std::exchange(is_over_, true)) return;
    if (folder_ >= 0) {
        ::close(folder_);
        try {
            remove_tree(staged_);
        } catch (const std::bad_alloc&) {
            // The next build removes it.
        }
    }
    ::unlink((prefix_ + "lock").c_str());
    ::close(lock_);
}

Result<Done> Staging::prepare() {
    std::error_code error;
    const std::string old = place("old");
    if (is_there(old)) {
        // A build was killed between two renames: the old site goes back, unless the new one had arrived.
        if (!is_there(target_)) fs::rename(old, target_, error);
        if (const std::error_code failure = remove_tree(old); failure) return not_to_be_removed(old, failure);
    }
    if (Result<Done> fine = examine(); !fine) return fine;
    if (const std::error_code failure = remove_tree(staged_); failure)
        return not_to_be_removed(staged_, failure);
    if (::mkdir(staged_.c_str(), 0755) != 0)
        return environment_finding("cannot make the staging folder", staged_, errno);
    folder_ = ::open(staged_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    if (folder_ < 0) return environment_finding("cannot open the staging folder", staged_, errno);
    return Done{};
}

Result<Done> Staging::examine() const {
    if (!is_there(target_)) return Done{};
    std::error_code error;
    const bool is_folder = fs::symlink_status(target_, error).type() == fs::file_type::directory;
    if (is_folder && !may_write_in(target_))
        return environment_finding("the output may not be written", target_, EACCES);
    if (is_folder && is_empty(target_)) return Done{};
    Result<std::string> text = open_folder(target_)->read(manifest_path);
    if (is_folder && text && read_manifest(*text)) return Done{};
    if (is_folder && !text && text.finding().code != "missing-file") {
        text.finding().file = (fs::path(target_) / manifest_path).string();
        return std::move(text).finding();
    }
    Finding finding =
        make_error("output-not-ours", {},
                   is_folder ? "this folder holds files that no build of ours made; it is left alone"
                             : "this is a file or a link, where a folder is to be; it is left alone");
    finding.file = target_;
    if (is_folder) finding.note("there are " + some_names_in(target_));
    return std::move(finding).note("give an empty or a new folder with --output");
}

Result<Staging::File> Staging::create(std::string_view path) {
    std::string name(path);
    if (!is_inner_path(path)) {
        Finding finding =
            make_error("path-outside", {}, fmt::format("'{}' is no path inside the output", path));
        return finding;
    }
    const std::shared_lock alive(life_);
    if (is_over_) return interrupted(target_);
    {
        const std::lock_guard guard(folders_mutex_);
        for (std::size_t slash = name.find('/'); slash != std::string::npos;
             slash = name.find('/', slash + 1)) {
            if (!made_folders_.insert(name.substr(0, slash)).second) continue;
            if (::mkdirat(folder_, name.substr(0, slash).c_str(), 0755) != 0 && errno != EEXIST)
                return environment_finding("cannot make a folder", name, errno);
        }
    }
    const int file =
        ::openat(folder_, name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (file < 0) return environment_finding("cannot write", name, errno);
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
        if (count < 0) return environment_finding("cannot write", name_, errno);
        content.remove_prefix(static_cast<std::size_t>(count));
    }
    return Done{};
}

Result<Done> Staging::File::close() {
    if (::close(std::exchange(number_, -1)) != 0) return environment_finding("cannot write", name_, errno);
    return Done{};
}

Result<Done> Staging::publish() {
    const std::unique_lock guard(life_);
    if (is_over_) return interrupted(target_);
    // Much may have happened there since the start.
    if (Result<Done> fine = examine(); !fine) return fine;
    if (!is_there(target_)) {
        if (::syncfs(folder_) != 0)
            return environment_finding("cannot write the site to the disk", staged_, errno);
        if (::renameat2(AT_FDCWD, staged_.c_str(), AT_FDCWD, target_.c_str(), RENAME_NOREPLACE) != 0 &&
            (errno != EINVAL || ::rename(staged_.c_str(), target_.c_str()) != 0))
            return environment_finding("cannot put the output in place", target_, errno);
        sync_folder(fs::path(target_).parent_path());
        return Done{};
    }
    const Result<ForeignFiles> foreign = ForeignFiles::find(target_);
    if (!foreign) return foreign.finding();
    Result<Done> published = is_in_place_ ? move_in(*foreign) : exchange(*foreign);
    if (published) kept_ = foreign->files();
    return published;
}

Result<Done> Staging::exchange(const ForeignFiles& foreign) {
    if (Result<Done> linked = foreign.link_into(staged_); !linked) return linked;
    if (::syncfs(folder_) != 0)
        return environment_finding("cannot write the site to the disk", staged_, errno);
    const auto swap = [&] {
        return ::renameat2(AT_FDCWD, staged_.c_str(), AT_FDCWD, target_.c_str(), RENAME_EXCHANGE) == 0;
    };
    if (!swap()) {
        if (errno == EINVAL || errno == ENOSYS) return move_aside_and_in();
        if (errno == EXDEV || errno == EBUSY) return move_in(foreign);
        return environment_finding("cannot put the output in place", target_, errno);
    }
    sync_folder(fs::path(target_).parent_path());
    // What lies aside now is the old site. Somebody may have put something there while it was looked through.
    const Result<ForeignFiles> late = ForeignFiles::find(staged_);
    Result<Done> kept = late ? late->link_into(target_) : Result<Done>(late.finding());
    if (!kept) {
        swap();
        return kept;
    }
    if (const std::error_code failure = remove_tree(staged_); failure)
        return not_to_be_removed(staged_, failure);
    return Done{};
}

/// For disks that cannot exchange: for a moment there is nothing, and the next start knows what to do.
Result<Done> Staging::move_aside_and_in() {
    const std::string old = place("old");
    if (::rename(target_.c_str(), old.c_str()) != 0)
        return environment_finding("cannot move the old output aside", target_, errno);
    if (::rename(staged_.c_str(), target_.c_str()) != 0) {
        const int code = errno;
        ::rename(old.c_str(), target_.c_str());
        return environment_finding("cannot put the output in place", target_, code);
    }
    if (const std::error_code failure = remove_tree(old); failure) return not_to_be_removed(old, failure);
    return Done{};
}

/// File by file. The manifest comes twice: first one that lists the old and the new files, so that whatever
/// ends the program in between, the next build knows both for its own.
Result<Done> Staging::move_in(const ForeignFiles& foreign) {
    is_in_place_ = true;
    if (Result<Done> fits = foreign.fit_into(staged_); !fits) return fits;
    const fs::path from(staged_);
    const fs::path to(target_);
    const Result<std::string> text = open_folder(staged_)->read(manifest_path);
    const std::optional<Manifest> made = text ? read_manifest(*text) : std::nullopt;
    if (!made) return environment_finding("the staged site has no manifest", staged_, ENOENT);
    Manifest either = foreign.listed();
    either.insert(either.end(), made->begin(), made->end());
    const std::string both = manifest_json(either);
    const fs::path in_between = place("manifest");
    {
        const int number =
            ::open(in_between.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0644);
        if (number < 0) return environment_finding("cannot write", in_between.string(), errno);
        File file(in_between.string(), number);
        if (Result<Done> written = file.append(both); !written) return written;
        if (Result<Done> closed = file.close(); !closed) return closed;
    }
    if (::syncfs(folder_) != 0)
        return environment_finding("cannot write the site to the disk", staged_, errno);

    std::error_code error;
    fs::rename(in_between, to / manifest_path, error);
    std::unordered_set<std::string_view> stay;
    for (const ManifestEntry& file : *made)
        stay.insert(file.path);
    for (const ManifestEntry& file : foreign.listed()) {
        if (error || stay.contains(file.path)) continue;
        std::error_code ignored;
        fs::remove(to / file.path, ignored);
        for (fs::path folder = fs::path(file.path).parent_path(); !folder.empty() && !ignored;
             folder = folder.parent_path())
            fs::remove(to / folder, ignored);
    }
    for (const ManifestEntry& file : *made) {
        if (!error) fs::create_directories((to / file.path).parent_path(), error);
        if (!error) fs::rename(from / file.path, to / file.path, error);
    }
    if (!error) fs::rename(from / manifest_path, to / manifest_path, error);
    if (error)
        return environment_finding("cannot put all files of the site in place", target_, error.value())
            .note("some are of the new site and some of the old one until the next build");
    ::syncfs(folder_);
    return Done{};
}

}  // namespace regioscope
