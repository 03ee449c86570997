#include "base/worker_process.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <exception>
#include <utility>

#include "base/environment.h"

namespace regioscope {

namespace {

bool send_all(int socket, const char* bytes, std::size_t size) {
    while (size > 0) {
        const ssize_t sent = ::send(socket, bytes, size, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) return false;
        bytes += sent;
        size -= static_cast<std::size_t>(sent);
    }
    return true;
}

bool receive_all(int socket, char* bytes, std::size_t size) {
    while (size > 0) {
        const ssize_t received = ::recv(socket, bytes, size, 0);
        if (received < 0 && errno == EINTR) continue;
        if (received <= 0) return false;
        bytes += received;
        size -= static_cast<std::size_t>(received);
    }
    return true;
}

/// A message is its length and its bytes.
bool send_message(int socket, std::string_view message) {
    const std::uint64_t size = message.size();
    return send_all(socket, reinterpret_cast<const char*>(&size), sizeof size) &&
           send_all(socket, message.data(), message.size());
}

std::optional<std::string> receive_message(int socket) {
    std::uint64_t size = 0;
    if (!receive_all(socket, reinterpret_cast<char*>(&size), sizeof size)) return std::nullopt;
    std::string message(size, '\0');
    if (!receive_all(socket, message.data(), message.size())) return std::nullopt;
    return message;
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

/// Until whoever asks is gone.
[[noreturn]] void answer(int socket, const WorkerProcess::Work& work) noexcept {
    try {
        while (const auto request = receive_message(socket)) {
            if (!send_message(socket, work(*request))) break;
        }
    } catch (const std::exception&) {
        ::_exit(1);
    }
    ::_exit(0);
}

}  // namespace

Result<WorkerProcess> WorkerProcess::start(const Work& work, const std::vector<int>& files) {
    constexpr std::string_view what = "cannot start another process";
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return environment_finding(what, {}, errno);
    const pid_t process = ::fork();
    if (process == 0) {
        std::vector<int> kept = files;
        kept.push_back(ends[1]);
        keep_open(std::move(kept));
        answer(ends[1], work);
    }
    const int error = errno;
    ::close(ends[1]);
    if (process > 0) return WorkerProcess(process, ends[0]);
    ::close(ends[0]);
    return environment_finding(what, {}, error);
}

WorkerProcess::WorkerProcess(WorkerProcess&& other) noexcept
    : process_(other.process_), socket_(std::exchange(other.socket_, -1)) {}

WorkerProcess::~WorkerProcess() {
    if (socket_ < 0) return;
    ::close(socket_);
    while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR)
        continue;
}

std::optional<std::string> WorkerProcess::ask(std::string_view request) const {
    if (!send_message(socket_, request)) return std::nullopt;
    return receive_message(socket_);
}

}  // namespace regioscope
