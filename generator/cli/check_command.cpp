#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/finding_formats.h"
#include "report/extracts.h"

namespace regioscope::cli {

namespace {

std::string formatted(const Findings& findings, const CheckOptions& options, Colour colour) {
    switch (options.format) {
        case FindingFormat::json:
            return findings_json(findings);
        case FindingFormat::github:
            return findings_github(findings, options.project);
        case FindingFormat::text:
            break;
    }
    return findings_text(findings, colour);
}

}  // namespace

ExitStatus check_command(const CheckOptions& options, Console& console) {
    if (!is_project_folder(options.project, console)) return ExitStatus::usage;
    SourceLibrary library;
    const report::BuildOutcome outcome = [&] {
        const Progress progress(console, "checking");
        return report::build(
            {options.project, {}, false, {options.edition, {}}, options.strict, options.extracts}, library);
    }();
    console.print(formatted(outcome.findings, options, console.output_colour()));
    if (outcome.print) console.report(report::summary_of(*outcome.print) + "\n");
    const bool by_warnings = outcome.failed && !outcome.findings.has_errors();
    console.report(
        fmt::format("{}{}\n", findings_summary(outcome.findings), by_warnings ? " (--strict)" : ""));
    return status_of(outcome.findings, outcome.failed);
}

}  // namespace regioscope::cli
