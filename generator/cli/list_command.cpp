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

}  // namespace

ExitStatus list_command(const ListOptions& options, Console& console) {
    SourceLibrary library;
    ExitStatus failure{};
    const auto opened = open_for_questions(options.project, options.edition, library, console, failure);
    if (opened == nullptr) return failure;
    Findings findings;
    const Rows rows = options.kind == "links"
                          ? link_rows(report::external_links(*opened->site, library, findings))
                          : listing(*opened, options.kind);
    if (findings.has_errors()) {
        console.report(findings_text(findings, console.error_colour()));
        console.report(fmt::format("the pages cannot be made: {}\n", findings_summary(findings)));
        return status_of(findings, true);
    }
    console.print(columns_text(rows));
    if (rows.empty())
        console.report(fmt::format("edition {} has no {}\n", opened->site->edition->id(), options.kind));
    return ExitStatus::good;
}

}  // namespace regioscope::cli
