#include "cli/preview/watch.h"

#include <sys/stat.h>

#include <filesystem>
#include <functional>
#include <string>

namespace regioscope::cli {

namespace {

namespace fs = std::filesystem;

/// One file's share. They are added up, so that the order of a folder does not matter. A file that took
/// another's place, with its size and time, is another file; one that was written in place has another time
/// of change, which nobody can set.
std::uint64_t share_of(const fs::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return 0;
    std::uint64_t hash = std::hash<std::string>()(path.native());
    const auto mix = [&](auto more) {
        hash = (hash ^ static_cast<std::uint64_t>(more)) * 0x9E3779B97F4A7C15U;
    };
    mix(status.st_mtim.tv_sec);
    mix(status.st_mtim.tv_nsec);
    mix(status.st_ctim.tv_sec);
    mix(status.st_ctim.tv_nsec);
    mix(status.st_size);
    mix(status.st_ino);
    return hash ^ (hash >> 32U);
}

}  // namespace

std::uint64_t fingerprint(const std::string& project) {
    std::uint64_t sum = 0;
    for (const char* const folder : {"datasets", "site", "templates"}) {
        std::error_code error;
        fs::recursive_directory_iterator walk(fs::path(project) / folder,
                                              fs::directory_options::skip_permission_denied, error);
        for (const fs::recursive_directory_iterator end; !error && walk != end; walk.increment(error)) {
            sum += share_of(walk->path());
        }
    }
    return sum;
}

}  // namespace regioscope::cli
