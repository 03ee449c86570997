#include "report/unseen_sources.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace regioscope::report {

namespace {

/// What of a source waits: its tables, and the figures in them.
struct Waiting {
    std::size_t tables = 0;
    std::size_t figures = 0;
};
using WaitingByPart = std::map<std::pair<data::SourceIndex, std::optional<std::uint32_t>>, Waiting>;

WaitingByPart waiting_in(const Site& site) {
    const data::Dataset& dataset = site.dataset();
    std::vector<char> is_seen(dataset.tables.size());
    for (const data::TableIndex table : site.edition->tables)
        is_seen[static_cast<std::size_t>(table)] = 1;
    WaitingByPart waiting;
    for (std::size_t i = 0; i < dataset.tables.size(); ++i) {
        const data::Citation& citation = dataset.tables[i].citation;
        if (is_seen[i] == 0) ++waiting[{citation.source, citation.part}].tables;
    }
    if (waiting.empty()) return waiting;
    for (const data::Observation& o : dataset.observations) {
        const data::Citation& citation = dataset[o.citation];
        const bool is_waiting = is_seen[static_cast<std::size_t>(o.table)] == 0;
        if (is_waiting) ++waiting[{citation.source, citation.part}].figures;
    }
    return waiting;
}

}  // namespace

void find_unseen_sources(const Site& site, Findings& findings) {
    const data::Edition& edition = site.edition->declared();
    if (site.edition->index + 1 != site.settings().editions.size()) return;
    for (const auto& [place, waiting] : waiting_in(site)) {
        const data::Source& source = site.dataset()[place.first];
        const data::SourcePart* const part = place.second ? &source.parts[*place.second] : nullptr;
        const std::string name = part == nullptr ? source.id : fmt::format("{}#{}", source.id, part->id);
        findings
            .warning("source-not-seen", part == nullptr ? source.span : part->span,
                     fmt::format("'{}' is published {}, and edition {} sees what was published by {}", name,
                                 part == nullptr ? source.published_written : part->published.text(),
                                 edition.id, edition.as_of.text()))
            .note(fmt::format("{} figures in {} of its tables are on no page: declare the next edition in "
                              "site/report.json, or look at the dates",
                              waiting.figures, waiting.tables))
            .subject = name;
    }
}

}  // namespace regioscope::report
