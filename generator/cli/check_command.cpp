#include <fmt/format.h>

#include "base/suggest.h"
#include "cli/commands.h"
#include "cli/finding_formats.h"
#include "report/external_links.h"
#include "report/extracts.h"
#include "report/finding_codes.h"

namespace regioscope::cli {

namespace {

std::string formatted(const Findings& findings, const CheckOptions& options, Colour colour) {
    switch (options.format) {
        case FindingFormat::json:
            return findings_json(findings);
        case FindingFormat::github:
            return findings_github(findings, options.project);
        case FindingFormat::sarif:
            return findings_sarif(findings, options.project);
        case FindingFormat::text:
            break;
    }
    return findings_text(findings, colour);
}

ExitStatus explain_code(const std::string& code, Console& console) {
    const std::string explanation = report::explanation_of_code(code);
    if (explanation.empty()) {
        console.complain(
            fmt::format("no finding has the code '{}'{}", code, did_you_mean(code, report::finding_codes())));
        return ExitStatus::usage;
    }
    console.print(explanation);
    return ExitStatus::good;
}

/// Whoever asks for links may think that others are asked whether they are there.
std::string words_about_links(const report::BuildOutcome& outcome) {
    const std::size_t count = report::external_links(outcome.site, outcome.base_url).size();
    return fmt::format(
        "The links within the site were checked. The program does not open the network: whether the "
        "addresses "
        "on other hosts answer ({} of them) is for another program to ask.\n"
        "regioscope list links lists each with the pages that hold it.\n",
        count);
}

}  // namespace

ExitStatus perform(const CheckOptions& options, Console& console) {
    if (!options.explain.empty()) return explain_code(options.explain, console);
    if (!is_project_folder(options.project, console)) return ExitStatus::usage;
    SourceLibrary library;
    const report::BuildOutcome outcome = [&] {
        const Progress progress(console, "checking");
        report::BuildRequest request;
        request.project = options.project;
        request.site.edition = options.edition;
        request.strict = options.strict || options.release;
        request.release = options.release;
        request.keep_site = options.links;
        request.extracts = options.extracts;
        return report::build(request, library);
    }();
    console.print(formatted(outcome.findings, options, console.output_colour()));
    if (outcome.print) console.report(report::summary_of(*outcome.print) + "\n");
    const bool by_warnings = outcome.failed && !outcome.findings.has_errors();
    console.report(fmt::format("{}{}\n", findings_summary(outcome.findings),
                               by_warnings ? (options.release ? " (--release)" : " (--strict)") : ""));
    if (options.links && !outcome.findings.has_errors()) console.report(words_about_links(outcome));
    return status_of(outcome.findings, outcome.failed);
}

}  // namespace regioscope::cli
