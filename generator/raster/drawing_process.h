// A process of its own in which pictures are drawn. The libraries that draw end their process where there is
// no memory or no thread; so that the program goes on and can say so, that process is not its own.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

#include "base/result.h"

namespace regioscope::raster {

class DrawingProcess {
  public:
    /// From a request to its answer, in the other process.
    using Draw = std::function<std::string(std::string_view request)>;

    /// Of the program's open files it keeps `files`, by number. Finding: `environment`.
    static Result<DrawingProcess> start(const Draw& draw, const std::vector<int>& files);

    DrawingProcess(DrawingProcess&& other) noexcept;
    DrawingProcess& operator=(DrawingProcess&&) = delete;
    ~DrawingProcess();

    /// Nothing when it has ended; it gives no further answer then.
    std::optional<std::string> ask(std::string_view request) const;

  private:
    DrawingProcess(pid_t process, int socket) : process_(process), socket_(socket) {}

    pid_t process_;
    int socket_;
};

}  // namespace regioscope::raster
