#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "cli/columns.h"
#include "cli/commands.h"
#include "cli/listing.h"
#include "report/external_links.h"

namespace regioscope::cli {

namespace {

/// The address, how many pages hold it, and which: of one that stands on every page the first ones.
Rows link_rows(const report::ExternalLinks& links) {
    constexpr std::size_t most_named = 10;
    Rows rows;
    for (const auto& [address, files] : links) {
        const auto named = static_cast<std::ptrdiff_t>(std::min(files.size(), most_named));
        std::string pages = fmt::format("{}", fmt::join(files.begin(), files.begin() + named, ", "));
        if (files.size() > most_named) pages += fmt::format(" and {} more", files.size() - most_named);
        rows.push_back({address, fmt::format("{} page{}", files.size(), files.size() == 1 ? "" : "s"),
                        std::move(pages)});
    }
    return rows;
}

/// All pages are made: what stands in them is known then only.
ExitStatus list_links(const ListOptions& options, Console& console) {
    if (!is_project_folder(options.project, console)) return ExitStatus::usage;
    SourceLibrary library;
    const report::BuildOutcome outcome = report::build(
        {.project = options.project, .keep_site = true, .site = {options.edition, {}, {}}}, library);
    if (outcome.findings.has_errors()) {
        console.report(findings_text(outcome.findings, console.error_colour()));
        console.report(fmt::format("the pages cannot be made: {}\n", findings_summary(outcome.findings)));
        return status_of(outcome.findings, true);
    }
    const Rows rows = link_rows(report::external_links(outcome.site, outcome.base_url));
    console.print(columns_text(rows));
    if (rows.empty()) console.report(fmt::format("edition {} has no links\n", outcome.edition));
    return ExitStatus::good;
}

}  // namespace

ExitStatus perform(const ListOptions& options, Console& console) {
    if (options.kind == "links") return list_links(options, console);
    SourceLibrary library;
    ExitStatus failure{};
    const auto opened = open_for_questions(options.project, options.edition, library, console, failure);
    if (opened == nullptr) return failure;
    const Rows rows = listing(*opened, options.kind);
    console.print(columns_text(rows));
    if (rows.empty())
        console.report(fmt::format("edition {} has no {}\n", opened->site->edition->id(), options.kind));
    return ExitStatus::good;
}

}  // namespace regioscope::cli
