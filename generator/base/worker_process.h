// A process of its own for work that libraries do which end their process where there is no memory or no
// thread: the program goes on, and can say so.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

#include "base/result.h"

namespace regioscope {

class WorkerProcess {
  public:
    /// From a request to its answer, in the other process.
    using Work = std::function<std::string(std::string_view request)>;

    /// Of the program's open files it keeps `files`, by number. Finding: `environment`.
    static Result<WorkerProcess> start(const Work& work, const std::vector<int>& files);

    WorkerProcess(WorkerProcess&& other) noexcept;
    WorkerProcess& operator=(WorkerProcess&&) = delete;
    ~WorkerProcess();

    /// Nothing when it has ended; it gives no further answer then.
    std::optional<std::string> ask(std::string_view request) const;

  private:
    WorkerProcess(pid_t process, int socket) : process_(process), socket_(socket) {}

    pid_t process_;
    int socket_;
};

}  // namespace regioscope
