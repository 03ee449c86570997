#include "report/acceptance.h"

#include <fmt/format.h>

namespace regioscope::report {

void accept_findings(const data::Dataset& dataset, Findings& findings) {
    Findings unused;
    for (const data::Acceptance& acceptance : dataset.acceptances) {
        bool used = false;
        for (Finding& finding : findings.all()) {
            if (finding.code != acceptance.code || finding.subject != acceptance.subject) continue;
            finding.severity = Severity::note;
            finding.accepted = acceptance.reason;
            used = true;
        }
        if (!used) {
            unused.warning("unused-acceptance", acceptance.span,
                           fmt::format("no finding '{}' about '{}': this acceptance is no longer needed",
                                       acceptance.code, acceptance.subject));
        }
    }
    findings.merge(std::move(unused));
}

}  // namespace regioscope::report
