#include "base/answering_process.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <utility>

#include "base/environment.h"

namespace regioscope {

namespace {

/// What is asked for, sent with an end of a socket of its own: question and answer go through that.
enum class Request : char { prepare, answer };

constexpr std::string_view answered = ".";

class Socket {
  public:
    explicit Socket(int number) : number_(number) {}
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    ~Socket() { ::close(number_); }

    int number() const { return number_; }

    bool write(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t count = ::send(number_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }

    /// All until the other end stops writing.
    std::string read() const {
        std::string bytes;
        std::array<char, 1U << 16U> buffer;
        for (;;) {
            const ssize_t count = ::recv(number_, buffer.data(), buffer.size(), 0);
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) return bytes;
            bytes.append(buffer.data(), static_cast<std::size_t>(count));
        }
    }

  private:
    int number_;
};

/// A message of one byte and an open file.
class Message {
  public:
    Message() {
        message_.msg_iov = &part_;
        message_.msg_iovlen = 1;
        message_.msg_control = control_.data();
        message_.msg_controllen = control_.size();
    }
    Message(const Message&) = delete;
    Message& operator=(const Message&) = delete;

    bool send(int socket, Request request, int file) {
        request_ = static_cast<char>(request);
        cmsghdr* const head = CMSG_FIRSTHDR(&message_);
        head->cmsg_level = SOL_SOCKET;
        head->cmsg_type = SCM_RIGHTS;
        head->cmsg_len = CMSG_LEN(sizeof(int));
        std::memcpy(CMSG_DATA(head), &file, sizeof(int));
        ssize_t count = 0;
        do {
            count = ::sendmsg(socket, &message_, MSG_NOSIGNAL);
        } while (count < 0 && errno == EINTR);
        return count == 1;
    }

    /// False when nobody will ask any more.
    bool receive(int socket) {
        ssize_t count = 0;
        do {
            count = ::recvmsg(socket, &message_, MSG_CMSG_CLOEXEC);
        } while (count < 0 && errno == EINTR);
        return count == 1;
    }

    Request request() const { return static_cast<Request>(request_); }

    /// Negative where none came: there were too many open files.
    int file() const {
        int file = -1;
        if (const cmsghdr* const head = CMSG_FIRSTHDR(&message_); head != nullptr)
            std::memcpy(&file, CMSG_DATA(head), sizeof(int));
        return file;
    }

  private:
    char request_ = 0;
    iovec part_{&request_, 1};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control_{};
    msghdr message_{};
};

/// What comes without a sign that it is all is no answer.
void do_work(const std::function<std::string(std::string_view)>& work, const Socket& asker) {
    std::string answer = work(asker.read());
    answer += answered;
    asker.write(answer);
}

/// Words of libraries are not mixed with the program's.
void be_silent() {
    const int nowhere = ::open("/dev/null", O_RDWR);
    for (int standard = 0; nowhere >= 0 && standard <= STDERR_FILENO; ++standard)
        ::dup2(nowhere, standard);
}

[[noreturn]] void answer_all(int socket, const AnsweringProcess::Work& work) noexcept {
    try {
        be_silent();
        // A file that may not grow is an error where it is written, not the end of whoever writes it.
        std::signal(SIGXFSZ, SIG_IGN);
        for (;;) {
            Message message;
            if (!message.receive(socket)) break;
            if (message.file() < 0) continue;
            const Socket asker(message.file());
            if (message.request() == Request::prepare) {
                do_work(work.prepare, asker);
            } else if (::fork() == 0) {
                ::close(socket);
                do_work(work.answer, asker);
                ::_exit(0);
            }
            while (::waitpid(-1, nullptr, WNOHANG) > 0) {
            }
        }
        while (::wait(nullptr) > 0) {  // what they cost is counted with what it costs
        }
        ::_exit(0);
    } catch (const std::exception&) {
        ::_exit(1);
    }
}

std::optional<std::string> ask(int process, Request request, std::string_view question) {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return std::nullopt;
    const Socket own(ends[0]);
    {
        const Socket other(ends[1]);
        if (Message message; !message.send(process, request, other.number())) return std::nullopt;
    }
    if (!own.write(question)) return std::nullopt;
    ::shutdown(own.number(), SHUT_WR);
    std::string answer = own.read();
    if (!answer.ends_with(answered)) return std::nullopt;
    answer.resize(answer.size() - answered.size());
    return answer;
}

}  // namespace

Result<AnsweringProcess> AnsweringProcess::start(const Work& work) {
    constexpr std::string_view what = "cannot start another process";
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return environment_finding(what, {}, errno);
    const pid_t process = ::fork();
    if (process == 0) {
        ::close(ends[0]);
        answer_all(ends[1], work);
    }
    const int error = errno;
    ::close(ends[1]);
    if (process > 0) return AnsweringProcess(ends[0], process);
    ::close(ends[0]);
    return environment_finding(what, {}, error);
}

AnsweringProcess::AnsweringProcess(AnsweringProcess&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), process_(std::exchange(other.process_, 0)) {}

AnsweringProcess::~AnsweringProcess() {
    if (process_ == 0) return;
    ::close(socket_);
    while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
}

std::optional<std::string> AnsweringProcess::prepare(std::string_view question) const {
    return ask(socket_, Request::prepare, question);
}

std::optional<std::string> AnsweringProcess::answer(std::string_view question) const {
    return ask(socket_, Request::answer, question);
}

}  // namespace regioscope
