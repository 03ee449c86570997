#include "base/another_process.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <exception>

#include "base/environment.h"

namespace regioscope {

namespace {

bool write_all(int file, const std::string& bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const ssize_t count = ::write(file, bytes.data() + at, bytes.size() - at);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        at += static_cast<std::size_t>(count);
    }
    return true;
}

std::string read_all(int file) {
    std::string bytes;
    std::array<char, 1U << 16U> buffer;
    for (;;) {
        const ssize_t count = ::read(file, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return bytes;
        bytes.append(buffer.data(), static_cast<std::size_t>(count));
    }
}

/// Locks and folders of the program are let go of, and its words are not mixed with those of libraries.
void keep_open(std::vector<int> files) {
    const int nowhere = ::open("/dev/null", O_RDWR);
    for (int standard = 0; nowhere >= 0 && standard <= STDERR_FILENO; ++standard)
        ::dup2(nowhere, standard);
    std::sort(files.begin(), files.end());
    unsigned int next = STDERR_FILENO + 1;
    for (const int file : files) {
        const auto kept = static_cast<unsigned int>(file);
        if (kept > next) ::close_range(next, kept - 1, 0);
        next = std::max(next, kept + 1);
    }
    ::close_range(next, ~0U, 0);
}

[[noreturn]] void do_work(const std::function<std::string()>& work, std::vector<int> files,
                          int answer) noexcept {
    try {
        files.push_back(answer);
        keep_open(std::move(files));
        ::_exit(write_all(answer, work()) ? 0 : 1);
    } catch (const std::exception&) {
        ::_exit(1);
    }
}

bool ended_well(pid_t process) {
    int status = 0;
    while (::waitpid(process, &status, 0) < 0) {
        if (errno != EINTR) return false;
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

Result<std::optional<std::string>> answer_of_another_process(const std::function<std::string()>& work,
                                                             const std::vector<int>& files) {
    constexpr std::string_view what = "cannot start another process";
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return environment_finding(what, {}, errno);
    const pid_t process = ::fork();
    if (process == 0) do_work(work, files, ends[1]);
    const int error = errno;
    ::close(ends[1]);
    if (process < 0) {
        ::close(ends[0]);
        return environment_finding(what, {}, error);
    }
    std::string answer = read_all(ends[0]);
    ::close(ends[0]);
    if (!ended_well(process)) return std::optional<std::string>();
    return std::optional<std::string>(std::move(answer));
}

}  // namespace regioscope
