#include "report/acceptance.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>

namespace regioscope::report {

namespace {

bool is_about(const data::Acceptance& acceptance, const Finding& finding) {
    return finding.code == acceptance.code && finding.subject == acceptance.subject;
}

bool accepts(const data::Acceptance& acceptance, const Finding& finding) {
    return is_about(acceptance, finding) && acceptance.figures == finding.figures();
}

/// The way out of an acceptance that was given for other figures.
void tell_difference(const data::Acceptance& acceptance, Finding& finding) {
    const std::string was = acceptance.figures.empty()
                                ? std::string("no figures")
                                : fmt::format("{}", fmt::join(acceptance.figures, "; "));
    finding.note(fmt::format("it was accepted for {}", was), acceptance.span);
    finding.note(fmt::format("if it may stay: regioscope accept {} \"{}\"", finding.code, finding.subject));
}

}  // namespace

Acceptances accept_findings(const data::Dataset& dataset, Findings& findings) {
    Acceptances unused;
    for (const data::Acceptance& acceptance : dataset.acceptances)
        unused.push_back(&acceptance);
    for (Finding& finding : findings.all()) {
        const data::Acceptance* about = nullptr;
        for (const data::Acceptance& acceptance : dataset.acceptances) {
            if (accepts(acceptance, finding)) {
                finding.severity = Severity::note;
                finding.accepted = acceptance.reason;
                std::erase(unused, &acceptance);
            } else if (is_about(acceptance, finding)) {
                about = &acceptance;
            }
        }
        if (finding.accepted.empty() && about != nullptr) tell_difference(*about, finding);
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
