// What must be in order before a report goes out, and is nobody's business while it is being written.
#pragma once

#include "base/finding.h"
#include "report/site.h"

namespace regioscope::report {

/// Findings, all warnings: `no-address` (canonical links need the site's own), `unknown-licence` (of a source
/// that is shown), `edition-not-kept` (the one before would vanish), `older-edition` (a later one is
/// declared), `open-comment` (a text says of itself that it is not finished), `no-edition-note`,
/// `no-next-date`; and of what the law asks for (`law` in site/report.json) `no-imprint`, `no-privacy-page`,
/// `no-security-txt`.
void check_release(const Site& site, Findings& findings);

/// Is it true for the edition? Findings: `expired-security-txt`, `long-security-txt` (warnings),
/// `security-txt-below` (a note: hosts look at their root).
void check_security_txt(const Site& site, Findings& findings);

}  // namespace regioscope::report
