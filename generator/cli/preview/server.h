// Speaks HTTP for the preview, to this machine only. Everything else than GET and HEAD is refused, and so is
// whoever thinks that this is another host. Slow and idle connections cost little and are let go after a
// while.
#pragma once

#include <memory>

#include "cli/preview/preview.h"

namespace regioscope::cli {

class PreviewServer {
  public:
    /// `preview` must outlive it.
    explicit PreviewServer(const Preview& preview);
    PreviewServer(const PreviewServer&) = delete;
    PreviewServer& operator=(const PreviewServer&) = delete;
    /// Ends the answering.
    ~PreviewServer();

    /// Takes a port of 127.0.0.1, or with 0 any that is free; false when it is not to be had.
    bool bind(int port);
    int port() const { return port_; }
    /// Answers from now on, in a thread of its own; false when that is not to be had.
    bool start();

  private:
    struct Daemon;

    const Preview& preview_;
    int socket_ = -1;
    int port_ = 0;
    std::unique_ptr<Daemon> daemon_;
};

}  // namespace regioscope::cli
