#include <fmt/format.h>

#include "base/parallel.h"
#include "cli/commands.h"

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

std::string summary_text(const report::BuildOutcome& outcome, const std::string& output, bool strict) {
    const std::string findings = findings_summary(outcome.findings);
    if (outcome.failed) {
        const bool by_warnings = strict && !outcome.findings.has_errors();
        return fmt::format("{}{}; nothing was published\n", findings, by_warnings ? " (--strict)" : "");
    }
    return fmt::format("{}: {} pages, {} files, {:.1f} MB; {}\n", harmless(output), outcome.pages,
                       outcome.files, static_cast<double>(outcome.bytes) / 1e6, findings);
}

}  // namespace

ExitStatus build_command(const BuildOptions& options, Console& console) {
    if (!is_project_folder(options.project, console)) return ExitStatus::usage;
    set_job_count(options.jobs);
    const std::string output = options.output.empty() ? options.project + "/public" : options.output;
    SourceLibrary library;
    const report::BuildOutcome outcome = [&] {
        const Progress progress(console, "building");
        return report::build(
            {options.project, output, false, {options.edition, options.base_url}, options.strict}, library);
    }();
    console.report(findings_text(outcome.findings, console.error_colour()));
    if (options.timings) console.report(timings_text(outcome.phases));
    console.report(summary_text(outcome, output, options.strict));
    return status_of(outcome.findings, outcome.failed);
}

}  // namespace regioscope::cli
