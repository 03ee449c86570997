#include "report/extracts.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/disk.h"

namespace regioscope::report {

namespace {

/// In the report's own languages only: others have no words here.
std::optional<std::string> spelled_in(const Locales& locales, const std::string& language,
                                      const Decimal& number) {
    const auto found = std::find_if(locales.begin(), locales.end(),
                                    [&](const auto& locale) { return locale->tag() == language; });
    return found == locales.end() ? std::nullopt : (*found)->spelled(number);
}

/// `helft 50, een derde 33`: words with their percent.
std::vector<analysis::PartInWords> parts_in(const locale::Locale& locale) {
    std::vector<analysis::PartInWords> parts;
    const Result<std::string> message = locale.message("prose.parts");
    std::string_view list = message ? std::string_view(*message) : std::string_view();
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        const std::string_view part = list.substr(0, comma);
        list.remove_prefix(std::min(comma + 1, list.size()));
        const std::size_t begin = part.find_first_not_of(' ');
        const std::size_t blank = part.rfind(' ');
        int percent = 0;
        if (blank == std::string_view::npos || blank <= begin) continue;
        if (std::from_chars(part.data() + blank + 1, part.data() + part.size(), percent).ec == std::errc())
            parts.push_back({std::string(part.substr(begin, blank - begin)), percent});
    }
    return parts;
}

}  // namespace

analysis::Print read_print(const Project& project, const std::string& folder, Findings& findings) {
    analysis::Print print;
    const std::unique_ptr<Disk> disk = open_folder(folder);
    const data::Dataset& dataset = project.dataset;
    bool names_any = false;
    for (std::size_t i = 0; i < dataset.sources.size(); ++i) {
        const data::Source& source = dataset.sources[i];
        if (source.extract.empty()) continue;
        names_any = true;
        const Result<std::string> text = disk->read(source.extract);
        if (!text) {
            Finding missing = text.finding();
            missing.note(fmt::format("it is the extract of the source '{}'", source.id), source.span);
            findings.add(std::move(missing));
            continue;
        }
        print.extracts.emplace(static_cast<data::SourceIndex>(i), analysis::Extract(*text));
    }
    if (!names_any) {
        Finding& finding = findings.error("nothing-to-hold-against", {},
                                          "no source names an extract, so nothing can be looked up");
        finding.file = "datasets/sources.json";
    }
    for (const auto& locale : project.locales)
        print.parts.emplace(locale->tag(), parts_in(*locale));
    print.spelled = [&locales = project.locales](const std::string& language, const Decimal& number) {
        return spelled_in(locales, language, number);
    };
    return print;
}

std::string summary_of(const analysis::PrintResult& result) {
    const auto part = [](const analysis::PrintCounts& counts, std::string_view what) {
        return fmt::format("{} of {} {}", counts.found, counts.looked_up, what);
    };
    return fmt::format("held against the print: {}, {}, {}, {}, {}, {}", part(result.cells, "figures"),
                       part(result.periods, "periods"), part(result.regions, "regions"),
                       part(result.facts, "facts"), part(result.texts, "numbers of texts"),
                       part(result.anchors, "anchors"));
}

}  // namespace regioscope::report
