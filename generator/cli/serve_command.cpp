#include <fmt/format.h>

#include <chrono>
#include <csignal>
#include <ctime>

#include "cli/commands.h"
#include "cli/preview/preview.h"
#include "cli/preview/server.h"
#include "cli/preview/watch.h"

namespace regioscope::cli {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds between_looks(300);
/// An editor's program may save in several steps: all is written when nothing has changed for so long.
constexpr milliseconds until_settled(60);

/// Ctrl-C and the like, taken as something to wait for. Blocked in this thread and in all that it starts, so
/// that no signal arrives in the middle of anything.
class Interrupts {
  public:
    Interrupts() {
        sigemptyset(&set_);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP})
            sigaddset(&set_, signal);
        pthread_sigmask(SIG_BLOCK, &set_, &before_);
    }
    Interrupts(const Interrupts&) = delete;
    Interrupts& operator=(const Interrupts&) = delete;
    ~Interrupts() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

    /// Sleeps; true when somebody wants an end.
    bool arrive_within(milliseconds time) const {
        const timespec span{0, std::chrono::nanoseconds(time).count()};
        return sigtimedwait(&set_, nullptr, &span) > 0;
    }

  private:
    sigset_t set_{};
    sigset_t before_{};
};

std::uint64_t milliseconds_of_clock() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return static_cast<std::uint64_t>(std::chrono::duration_cast<milliseconds>(now).count());
}

void rebuild(const ServeOptions& options, const std::string& address, Preview& preview, Console& console) {
    SourceLibrary library;
    report::BuildOutcome outcome =
        report::build({options.project, {}, true, {options.edition, address}, false}, library);
    console.report(findings_text(outcome.findings, console.error_colour()));
    double seconds = 0;
    for (const report::Phase& phase : outcome.phases)
        seconds += phase.seconds;
    console.report(fmt::format("built in {:.2f} s: {} pages; {}\n", seconds, outcome.pages,
                               findings_summary(outcome.findings)));
    if (outcome.failed) {
        preview.show_failure(outcome.findings);
    } else {
        preview.show(std::move(outcome.site));
    }
}

}  // namespace

ExitStatus serve_command(const ServeOptions& options, Console& console) {
    if (!is_project_folder(options.project, console)) return ExitStatus::usage;
    const Interrupts interrupts;
    Preview preview(milliseconds_of_clock());
    PreviewServer server(preview);
    if (!server.bind(options.port)) {
        console.complain(fmt::format("port {} is not to be had; choose another with --port", options.port));
        return ExitStatus::environment;
    }
    const std::string address = fmt::format("http://127.0.0.1:{}/", server.port());
    std::uint64_t seen = fingerprint(options.project);
    rebuild(options, address, preview, console);
    server.start();
    console.report(fmt::format("{} shows it; Ctrl-C ends the preview\n", address));

    while (!interrupts.arrive_within(between_looks)) {
        std::uint64_t now = fingerprint(options.project);
        if (now == seen) continue;
        do {
            seen = now;
            if (interrupts.arrive_within(until_settled)) return ExitStatus::good;
            now = fingerprint(options.project);
        } while (now != seen);
        rebuild(options, address, preview, console);
    }
    return ExitStatus::good;
}

}  // namespace regioscope::cli
