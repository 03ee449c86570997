#include "report/licences.h"

#include <fmt/format.h>

namespace regioscope::report {

namespace {

/// What a licence forbids is for the editor to weigh.
void check_licence(const data::Source& source, Findings& findings) {
    const data::Licence* const licence = source.licence.licence;
    if (licence == nullptr || (licence->allows_commerce && licence->allows_derivatives)) return;
    Finding& finding = findings.warning(
        "restricted-licence", source.licence.span,
        fmt::format("{} forbids {}, which readers of this report may do with its figures", licence->name,
                    licence->allows_commerce ? "calculating with the figures" : "commercial use"));
    finding.subject = source.id;
    finding.note(
        "ask the publisher, leave the source out, or accept the finding with the reason why it is allowed");
}

/// Said once for all of them.
void report_unidentified(const std::vector<data::Source>& sources, Findings& findings) {
    std::vector<const data::Source*> unidentified;
    for (const data::Source& source : sources) {
        if (source.licence.address().empty()) unidentified.push_back(&source);
    }
    if (unidentified.empty()) return;
    Finding& finding = findings.warning(
        "unidentified-licence", unidentified.front()->span,
        unidentified.size() == 1
            ? fmt::format("the licence of '{}' has no identifier: its rules are not known",
                          unidentified.front()->id)
            : fmt::format("the licences of {} sources have no identifier: their rules are not known",
                          unidentified.size()));
    finding.severity = Severity::note;
    for (std::size_t i = 1; i < unidentified.size(); ++i)
        finding.note(fmt::format("'{}'", unidentified[i]->id), unidentified[i]->span);
    finding.note("where there is a licence, name it: \"licence\": \"CC-BY-4.0\"");
}

}  // namespace

void check_licences(const Project& project, Findings& findings) {
    for (const data::Source& source : project.dataset.sources)
        check_licence(source, findings);
    report_unidentified(project.dataset.sources, findings);
}

}  // namespace regioscope::report
