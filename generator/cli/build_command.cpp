#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <optional>

#include "base/parallel.h"
#include "base/staging.h"
#include "cli/commands.h"
#include "cli/interrupts.h"

namespace regioscope::cli {

namespace {

std::string timings_text(const std::vector<report::Phase>& phases) {
    std::string text;
    double total = 0;
    for (const report::Phase& phase : phases) {
        text += fmt::format("{:9.1f} ms  {}\n", phase.seconds * 1000, phase.name);
        total += phase.seconds;
    }
    return text + fmt::format("{:9.1f} ms  in all\n", total * 1000);
}

Findings without_notes(const Findings& findings) {
    Findings rest;
    for (const Finding& finding : findings.all()) {
        if (finding.severity != Severity::note) rest.add(finding);
    }
    return rest;
}

/// Notes are for whoever asks: of them only the number is told.
std::string notes_text(const Findings& findings) {
    const std::size_t count = findings.count(Severity::note);
    if (count == 0) return {};
    return fmt::format("{} note{} on accepted findings and old figures: regioscope check lists {}\n", count,
                       count == 1 ? "" : "s", count == 1 ? "it" : "them");
}

std::string kept_text(const std::vector<std::string>& kept) {
    constexpr std::size_t most_named = 5;
    if (kept.empty()) return {};
    const std::size_t named = std::min(most_named, kept.size());
    const std::string more = kept.size() > named ? fmt::format(" and {} more", kept.size() - named) : "";
    return fmt::format(
        "kept in the output, where no build made it: {}{}\n",
        harmless(fmt::format(
            "{}", fmt::join(kept.begin(), kept.begin() + static_cast<std::ptrdiff_t>(named), ", "))),
        more);
}

std::string success_text(const report::BuildOutcome& outcome, const std::string& output, double seconds) {
    std::string text = notes_text(outcome.findings) + kept_text(outcome.kept);
    if (outcome.is_in_place)
        text += "the output cannot be exchanged in one step: its files were replaced one by one\n";
    if (outcome.base_url.empty())
        text +=
            "no base URL, so no sitemap and no canonical addresses: give --base-url, or base_url in "
            "site/report.json\n";
    return text + fmt::format("{}: edition {} in {}; {} pages, {} files, {:.1f} MB in {:.2f} s; {}\n",
                              harmless(output), outcome.edition, fmt::join(outcome.languages, ", "),
                              outcome.pages, outcome.files, static_cast<double>(outcome.bytes) / 1e6, seconds,
                              findings_summary(outcome.findings));
}

std::string failure_text(const report::BuildOutcome& outcome, bool strict) {
    const bool by_warnings = strict && !outcome.findings.has_errors();
    return fmt::format("{}{}; nothing was published\n", findings_summary(outcome.findings),
                       by_warnings ? " (--strict)" : "");
}

/// Leaves the output as it is, and no trace beside it.
[[noreturn]] void end_build(int signal) {
    Staging::abandon_all();
    die_of(signal);
}

/// What an earlier build of the same project comes to: with one thread, so that chance has the least part in
/// it. Nothing when it fails: the build that follows says why.
std::optional<Manifest> built_before(report::BuildRequest request, const BuildOptions& options) {
    request.output.clear();
    request.list_files = true;
    set_job_count(1);
    SourceLibrary library;
    report::BuildOutcome outcome = report::build(request, library);
    set_job_count(options.jobs);
    if (outcome.failed) return std::nullopt;
    return std::move(outcome.manifest);
}

}  // namespace

ExitStatus perform(const BuildOptions& options, Console& console) {
    if (!is_project_folder(options.project, console)) return ExitStatus::usage;
    const Interrupts interrupts(end_build);
    // A file that may not grow is a finding, no blow.
    std::signal(SIGXFSZ, SIG_IGN);
    const auto start = std::chrono::steady_clock::now();
    set_job_count(options.jobs);
    report::BuildRequest request{
        .project = options.project,
        .output = options.output.empty() ? options.project + "/public" : options.output,
        .site = {options.edition, options.base_url},
        .strict = options.strict,
        .compress = options.compress};
    SourceLibrary library;
    const report::BuildOutcome outcome = [&] {
        const Progress progress(console, "building");
        if (options.verify) request.expected = built_before(request, options);
        return report::build(request, library);
    }();
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
    console.report(findings_text(without_notes(outcome.findings), console.error_colour()));
    if (options.timings) console.report(timings_text(outcome.phases));
    console.report(outcome.failed ? failure_text(outcome, options.strict)
                                  : success_text(outcome, request.output, passed.count()));
    return status_of(outcome.findings, outcome.failed);
}

}  // namespace regioscope::cli
