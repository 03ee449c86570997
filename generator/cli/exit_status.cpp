#include "cli/exit_status.h"

#include <algorithm>

#include "base/environment.h"

namespace regioscope::cli {

namespace {

bool is_of_environment(const Finding& finding) {
    const std::string_view code = finding.code;
    return code == environment_code || code == "unreadable-file" || code == "output-busy" ||
           code == "output-not-ours" || code == "output-changed" || code == "output-taken" ||
           code == "output-among-inputs";
}

/// An edition that a file names has a place in that file; the one of `--edition` has none.
bool is_of_command_line(const Finding& finding) {
    return (finding.code == "unknown-edition" && !finding.span);
}

}  // namespace

ExitStatus status_of(const Findings& findings, bool failed) {
    if (!failed) return ExitStatus::good;
    const auto any_error = [&](bool (*matches)(const Finding&)) {
        return std::any_of(findings.all().begin(), findings.all().end(), [&](const Finding& finding) {
            return finding.severity == Severity::error && matches(finding);
        });
    };
    if (any_error(is_of_environment)) return ExitStatus::environment;
    if (any_error(is_of_command_line)) return ExitStatus::usage;
    return ExitStatus::findings;
}

}  // namespace regioscope::cli
