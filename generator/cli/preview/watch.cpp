#include "cli/preview/watch.h"

#include <filesystem>
#include <functional>

namespace regioscope::cli {

namespace {

namespace fs = std::filesystem;

/// One file's share. They are added up, so that the order of a folder does not matter.
std::uint64_t share_of(const fs::directory_entry& entry) {
    std::error_code ignored;
    std::uint64_t hash = std::hash<std::string>()(entry.path().native());
    const auto mix = [&](std::uint64_t more) { hash = (hash ^ more) * 0x9E3779B97F4A7C15U; };
    mix(static_cast<std::uint64_t>(entry.last_write_time(ignored).time_since_epoch().count()));
    mix(static_cast<std::uint64_t>(entry.file_size(ignored)));
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
            std::error_code ignored;
            if (walk->is_regular_file(ignored)) sum += share_of(*walk);
        }
    }
    return sum;
}

}  // namespace regioscope::cli
