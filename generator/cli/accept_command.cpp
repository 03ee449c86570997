#include <fmt/format.h>

#include <algorithm>

#include "base/disk.h"
#include "base/new_files.h"
#include "cli/commands.h"
#include "report/acceptances_json.h"

namespace regioscope::cli {

ExitStatus perform(const AcceptOptions& options, Console& console) {
    if (!is_project_folder(options.project, console)) return ExitStatus::usage;
    SourceLibrary library;
    report::BuildRequest request;
    request.project = options.project;
    request.site.edition = options.edition;
    request.extracts = options.extracts;
    const report::BuildOutcome outcome = report::build(request, library);
    std::vector<Finding> accepted;
    for (const Finding& finding : outcome.findings.all()) {
        const bool is_open = finding.severity != Severity::note && !finding.subject.empty();
        const bool is_asked =
            finding.code == options.code && (options.subject.empty() || finding.subject == options.subject);
        if (is_open && is_asked) accepted.push_back(finding);
    }
    if (accepted.empty()) {
        console.complain(fmt::format("there is no open finding '{}'{}", options.code,
                                     options.subject.empty() ? "" : " about '" + options.subject + "'"));
        return ExitStatus::usage;
    }
    const Result<std::string> before = open_folder(options.project)->read(report::register_path);
    const Result<std::string> after =
        report::with_acceptances(before ? std::string_view(*before) : std::string_view(), accepted,
                                 outcome.unused_acceptances, options.reason);
    if (!after) {
        console.complain(after.finding().message);
        return ExitStatus::usage;
    }
    const auto written = replace_file(options.project, std::string(report::register_path), *after);
    if (!written) {
        console.complain(written.finding().message);
        return ExitStatus::environment;
    }
    console.report(fmt::format("accepted {} finding{} '{}' in {}\n", accepted.size(),
                               accepted.size() == 1 ? "" : "s", options.code, report::register_path));
    return ExitStatus::good;
}

}  // namespace regioscope::cli
