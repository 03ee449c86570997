// A process that answers questions, for libraries that end theirs where there is no memory or no thread, and
// whose answer may depend on what they did before: the program goes on and can say so, and each answer stands
// for itself.
#pragma once

#include <sys/types.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace regioscope {

class AnsweringProcess {
  public:
    struct Work {
        /// Done in the process itself: what all later answers are made with.
        std::function<std::string(std::string_view)> prepare;
        /// Done in a copy of the process, for this one question.
        std::function<std::string(std::string_view)> answer;
    };

    /// Started while the program has one thread: a process that is split off while others run inherits their
    /// locks and nobody who opens them. Finding: `environment`, when there is no process to be had.
    static Result<AnsweringProcess> start(const Work& work);

    AnsweringProcess(AnsweringProcess&& other) noexcept;
    AnsweringProcess& operator=(AnsweringProcess&&) = delete;
    ~AnsweringProcess();

    /// What the work answers; nothing when its process ended before. Many threads may ask at once.
    std::optional<std::string> prepare(std::string_view question) const;
    std::optional<std::string> answer(std::string_view question) const;

  private:
    AnsweringProcess(int socket, pid_t process) : socket_(socket), process_(process) {}

    /// Requests go through it.
    int socket_;
    pid_t process_;
};

}  // namespace regioscope
