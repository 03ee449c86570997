#include "base/memory_file.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "base/staging.h"

namespace regioscope {

namespace {

Finding no_memory_file(std::string_view what) {
    return make_error(environment_code, {},
                      fmt::format("cannot {} a file in memory: {}", what, std::strerror(errno)));
}

}  // namespace

std::string memory_folder() {
    constexpr const char* folder = "/dev/shm";
    constexpr std::uint64_t room = std::uint64_t{1} << 30U;
    struct statvfs status {};
    const bool has_room = ::statvfs(folder, &status) == 0 && ::access(folder, R_OK | W_OK | X_OK) == 0 &&
                          std::uint64_t{status.f_bavail} * status.f_frsize >= room;
    return has_room && std::getenv("TMPDIR") == nullptr ? folder : "";
}

Result<MemoryFile> MemoryFile::make() {
    const int number = memfd_create("regioscope", MFD_CLOEXEC);
    if (number < 0) return no_memory_file("make");
    return MemoryFile(number);
}

MemoryFile::MemoryFile(MemoryFile&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

MemoryFile::~MemoryFile() {
    if (number_ >= 0) close(number_);
}

std::string MemoryFile::path() const {
    return fmt::format("/proc/self/fd/{}", number_);
}

Result<Done> MemoryFile::write(std::string_view content) {
    for (std::size_t at = 0; at < content.size();) {
        const ssize_t count = ::write(number_, content.data() + at, content.size() - at);
        if (count <= 0) return no_memory_file("write");
        at += static_cast<std::size_t>(count);
    }
    return Done();
}

Result<std::string> MemoryFile::content() const {
    const off_t size = lseek(number_, 0, SEEK_END);
    if (size < 0) return no_memory_file("read");
    std::string content(static_cast<std::size_t>(size), '\0');
    std::size_t got = 0;
    while (got < content.size()) {
        const ssize_t count =
            pread(number_, content.data() + got, content.size() - got, static_cast<off_t>(got));
        if (count <= 0) return no_memory_file("read");
        got += static_cast<std::size_t>(count);
    }
    return content;
}

}  // namespace regioscope
