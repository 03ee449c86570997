#include <fmt/format.h>

#include <algorithm>
#include <ctime>

#include "cli/commands.h"
#include "cli/starter.h"
#include "report/brought_along.h"

namespace regioscope::cli {

namespace {

int this_year() {
    const std::time_t now = std::time(nullptr);
    std::tm date{};
    ::gmtime_r(&now, &date);
    return date.tm_year + 1900;
}

std::string country_of(std::string_view language) {
    return std::string(language == "en" ? "gb" : language);
}

}  // namespace

ExitStatus perform(const NewOptions& options, Console& console) {
    Starter starter;
    starter.languages = options.languages;
    starter.regions = split_names(options.regions);
    if (starter.regions.empty()) {
        console.complain("a report has at least one region: --regions \"Friesland, Twente\"");
        return ExitStatus::usage;
    }
    starter.country = options.country.empty() ? country_of(starter.languages.front()) : options.country;
    starter.year = options.edition == 0 ? this_year() : options.edition;

    SourceLibrary library;
    Findings findings;
    const FilesByPath files =
        starter_files(starter, *open_folder(report::brought_along()), library, findings);
    if (!findings.has_errors()) {
        if (auto written = write_new_files(options.folder, files); !written)
            findings.add(std::move(written).finding());
    }
    if (findings.has_errors()) {
        console.report(findings_text(findings, console.error_colour()));
        return status_of(findings, true);
    }
    console.print(
        fmt::format("{0}: a report of {1} region{2} in {3} language{4}, with invented figures\n"
                    "Look at it with: regioscope serve {0}\n",
                    harmless(options.folder), starter.regions.size(), starter.regions.size() == 1 ? "" : "s",
                    starter.languages.size(), starter.languages.size() == 1 ? "" : "s"));
    return ExitStatus::good;
}

}  // namespace regioscope::cli
