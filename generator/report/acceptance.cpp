#include "report/acceptance.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace regioscope::report {

namespace {

bool accepts(const data::Acceptance& acceptance, const Finding& finding) {
    return finding.code == acceptance.code && finding.subject == acceptance.subject;
}

}  // namespace

Acceptances accept_findings(const data::Dataset& dataset, Findings& findings) {
    Acceptances unused;
    for (const data::Acceptance& acceptance : dataset.acceptances) {
        bool used = false;
        for (Finding& finding : findings.all()) {
            if (!accepts(acceptance, finding)) continue;
            finding.severity = Severity::note;
            finding.accepted = acceptance.reason;
            used = true;
        }
        if (!used) unused.push_back(&acceptance);
    }
    return unused;
}

void weigh(const Settings& settings, Findings& findings) {
    for (Finding& finding : findings.all()) {
        if (finding.subject.empty()) finding.subject = finding.file_name();
        const auto level = settings.levels.find(finding.code);
        if (level != settings.levels.end() && finding.severity != Severity::error)
            finding.severity = level->second;
    }
}

Acceptances unmatched(const Acceptances& acceptances, const Findings& findings) {
    Acceptances left;
    std::copy_if(acceptances.begin(), acceptances.end(), std::back_inserter(left),
                 [&](const data::Acceptance* acceptance) {
                     return std::none_of(
                         findings.all().begin(), findings.all().end(),
                         [&](const Finding& finding) { return accepts(*acceptance, finding); });
                 });
    return left;
}

void report_unused(const Acceptances& acceptances, Findings& findings) {
    for (const data::Acceptance* const acceptance : acceptances) {
        findings.warning("unused-acceptance", acceptance->span,
                         fmt::format("no finding '{}' about '{}': this acceptance is no longer needed",
                                     acceptance->code, acceptance->subject));
    }
}

}  // namespace regioscope::report
