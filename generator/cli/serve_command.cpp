#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <set>
#include <thread>

#include "cli/browser.h"
#include "cli/commands.h"
#include "cli/interrupts.h"
#include "cli/preview/preview.h"
#include "cli/preview/server.h"
#include "cli/preview/watch.h"

namespace regioscope::cli {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds between_looks(300);
/// An editor's program may save in several steps: all is written when nothing has changed for so long.
constexpr milliseconds until_settled(60);

/// More than anybody has open at once.
constexpr int most_ports = 20;

std::uint64_t milliseconds_of_clock() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return static_cast<std::uint64_t>(std::chrono::duration_cast<milliseconds>(now).count());
}

/// Takes the wanted port, or one of the next when it is taken.
bool bind_near(PreviewServer& server, int port) {
    for (int i = 0; i < most_ports && port + i <= 65535; ++i) {
        if (server.bind(port + i)) return true;
        if (port == 0) return false;
    }
    return false;
}

/// Builds for the preview, and says what is new: what an editor has been told already is only counted.
class Rebuild {
  public:
    Rebuild(const ServeOptions& options, std::string address, Preview& preview, Console& console)
        : options_(options), address_(std::move(address)), preview_(preview), console_(console) {}

    void run() {
        SourceLibrary library;
        report::BuildOutcome outcome = report::build({.project = options_.project,
                                                      .keep_site = true,
                                                      .site = {options_.edition, address_, {}},
                                                      .purpose = report::Purpose::drafting},
                                                     library);
        report_new(outcome.findings);
        double seconds = 0;
        for (const report::Phase& phase : outcome.phases)
            seconds += phase.seconds;
        console_.report(fmt::format("built in {:.2f} s: {} pages; {}\n", seconds, outcome.pages,
                                    findings_summary(outcome.findings)));
        preview_.show(std::move(outcome.site), outcome.findings, outcome.failed);
    }

  private:
    void report_new(const Findings& findings) {
        std::set<std::string> told;
        for (const Finding& finding : findings.all()) {
            if (finding.severity == Severity::note) continue;
            std::string text = finding_text(finding);
            if (!told_.contains(text)) console_.report(finding_text(finding, console_.error_colour()));
            told.insert(std::move(text));
        }
        told_ = std::move(told);
    }

    const ServeOptions& options_;
    std::string address_;
    Preview& preview_;
    Console& console_;
    std::set<std::string> told_;
};

[[noreturn]] void end_preview(int /*signal*/) {
    // It keeps nothing on the disk, and nobody waits for what it is in the middle of.
    std::_Exit(static_cast<int>(ExitStatus::good));
}

}  // namespace

ExitStatus perform(const ServeOptions& options, Console& console) {
    if (!is_project_folder(options.project, console)) return ExitStatus::usage;
    const Interrupts interrupts(end_preview);
    Preview preview(milliseconds_of_clock());
    PreviewServer server(preview);
    if (!bind_near(server, options.port)) {
        console.complain(fmt::format(
            "port {} is not to be had, nor are those after it; choose another with --port", options.port));
        return ExitStatus::environment;
    }
    if (options.port != 0 && server.port() != options.port)
        console.report(fmt::format("port {} is taken: this is {}\n", options.port, server.port()));
    const std::string address = fmt::format("http://127.0.0.1:{}/", server.port());
    Rebuild rebuild(options, address, preview, console);
    std::uint64_t seen = fingerprint(options.project);
    rebuild.run();
    if (!server.start()) {
        console.complain("no thread is to be had to answer with");
        return ExitStatus::environment;
    }
    console.report(fmt::format("{} shows it; Ctrl-C ends the preview\n", address));
    if (options.open && !open_in_browser(address))
        console.complain(fmt::format("there is no xdg-open to open a browser with; go to {}", address));

    while (true) {
        std::this_thread::sleep_for(between_looks);
        std::uint64_t now = fingerprint(options.project);
        if (now == seen) continue;
        do {
            seen = now;
            std::this_thread::sleep_for(until_settled);
            now = fingerprint(options.project);
        } while (now != seen);
        rebuild.run();
    }
}

}  // namespace regioscope::cli
