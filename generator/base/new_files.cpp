#include "base/new_files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "base/disk.h"
#include "base/staging.h"

namespace regioscope {

namespace {

Finding refusal(std::string_view code, const std::string& path, std::string message) {
    Finding finding = make_error(code, {}, std::move(message));
    finding.file = path;
    return finding;
}

Finding cannot_write(const std::string& path, int code) {
    return refusal(environment_code, path, fmt::format("cannot be written: {}", std::strerror(code)));
}

Result<Done> make_folder_of(const std::filesystem::path& file, const std::string& path) {
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    if (error) return cannot_write(path, error.value());
    return Done{};
}

/// `flag` says what becomes of a file that is there: O_EXCL refuses, O_TRUNC begins anew.
Result<Done> write_whole(const std::filesystem::path& file, const std::string& path, const std::string& text,
                         int flag) {
    const int number = ::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | flag, 0666);
    if (number < 0 && errno == EEXIST) return refusal("file-exists", path, "this file is there already");
    if (number < 0) return cannot_write(path, errno);
    int failure = 0;
    for (std::size_t done = 0; failure == 0 && done < text.size();) {
        const ssize_t count = ::write(number, text.data() + done, text.size() - done);
        if (count < 0 && errno != EINTR) failure = errno;
        if (count > 0) done += static_cast<std::size_t>(count);
    }
    if (::close(number) != 0 && failure == 0) failure = errno;
    if (failure != 0) return cannot_write(path, failure);
    return Done{};
}

}  // namespace

Result<Done> write_new_files(const std::string& folder, const FilesByPath& files) {
    const std::unique_ptr<Disk> disk = open_folder(folder);
    for (const auto& [path, text] : files) {
        if (!is_inner_path(path))
            return refusal("path-outside", path, fmt::format("'{}' leads out of its folder", path));
        if (disk->exists(path))
            return refusal("file-exists", path, "this file is there already").note("nothing was written");
    }
    for (const auto& [path, text] : files) {
        const std::filesystem::path file = std::filesystem::path(folder) / path;
        if (auto made = make_folder_of(file, path); !made) return made;
        if (auto written = write_whole(file, path, text, O_EXCL); !written) return written;
    }
    return Done{};
}

Result<Done> replace_file(const std::string& folder, const std::string& path, const std::string& text) {
    if (!is_inner_path(path))
        return refusal("path-outside", path, fmt::format("'{}' leads out of its folder", path));
    const std::filesystem::path file = std::filesystem::path(folder) / path;
    if (auto made = make_folder_of(file, path); !made) return made;
    // Beside it and then over it, so that a full disk takes nothing away.
    const std::filesystem::path beside = file.string() + ".regioscope-new";
    if (auto written = write_whole(beside, path, text, O_TRUNC); !written) return written;
    if (std::rename(beside.c_str(), file.c_str()) != 0) return cannot_write(path, errno);
    return Done{};
}

}  // namespace regioscope
