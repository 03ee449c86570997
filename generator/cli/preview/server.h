// Speaks HTTP for the preview, to this machine only. Everything else than GET and HEAD is refused, and so is
// whoever thinks that this is another host.
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
    /// Answers from now on, in threads of its own.
    void start();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
    int port_ = 0;
};

}  // namespace regioscope::cli
