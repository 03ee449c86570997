#include <fmt/format.h>

#include "cli/commands.h"
#include "report/verification.h"

namespace regioscope::cli {

ExitStatus perform(const VerifyOptions& options, Console& console) {
    if (!is_project_folder(options.folder, console)) return ExitStatus::usage;
    const report::Verification verification = report::verify(options.folder);
    console.print(findings_text(verification.findings, console.output_colour()));
    const bool failed = verification.findings.has_errors();
    console.report(
        failed ? fmt::format("{}; this is not what the build made\n", findings_summary(verification.findings))
               : fmt::format("{}: all {} files are as built; {}\n", harmless(options.folder),
                             verification.files, findings_summary(verification.findings)));
    return status_of(verification.findings, failed);
}

}  // namespace regioscope::cli
