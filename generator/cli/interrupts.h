// Ctrl-C, SIGTERM and SIGHUP as a sentence instead of a blow: whatever the program is in the middle of, it is
// told what to do last and then ends. Waited for in a thread of its own, so that nothing has to ask.
#pragma once

#include <csignal>
#include <functional>
#include <thread>

namespace regioscope::cli {

class Interrupts {
  public:
    /// `last_deed` is done in that thread when a signal arrives; it does not return. To be made before other
    /// threads are: they inherit that no signal strikes them. Signals that the program was started to ignore
    /// (`nohup`) stay ignored; where no thread is to be had all stays as it was.
    explicit Interrupts(std::function<void(int signal)> last_deed);
    Interrupts(const Interrupts&) = delete;
    Interrupts& operator=(const Interrupts&) = delete;
    ~Interrupts();

  private:
    sigset_t before_{};
    std::jthread thread_;
};

/// Ends the program as the signal would have, so that the shell sees by what.
[[noreturn]] void die_of(int signal);

}  // namespace regioscope::cli
