#include "cli/interrupts.h"

#include <pthread.h>

#include <cstdlib>
#include <system_error>

namespace regioscope::cli {

namespace {

/// Nobody else sends it to the thread that waits: it ends the waiting.
constexpr int end_of_waiting = SIGUSR1;

bool is_ignored(int signal) {
    struct sigaction action {};
    return ::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

}  // namespace

Interrupts::Interrupts(std::function<void(int signal)> last_deed) {
    sigset_t awaited;
    sigemptyset(&awaited);
    sigaddset(&awaited, end_of_waiting);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        if (!is_ignored(signal)) sigaddset(&awaited, signal);
    }
    pthread_sigmask(SIG_BLOCK, &awaited, &before_);
    try {
        thread_ = std::jthread([awaited, last_deed = std::move(last_deed)] {
            int signal = 0;
            while (sigwait(&awaited, &signal) == 0 && signal != end_of_waiting)
                last_deed(signal);
        });
    } catch (const std::system_error&) {
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }
}

Interrupts::~Interrupts() {
    if (!thread_.joinable()) return;
    pthread_kill(thread_.native_handle(), end_of_waiting);
    thread_.join();
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void die_of(int signal) {
    std::signal(signal, SIG_DFL);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, signal);
    pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
    std::raise(signal);
    std::_Exit(128 + signal);
}

}  // namespace regioscope::cli
