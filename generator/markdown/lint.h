// Numbers in sentences that no one can check: neither bound to an observation, nor cited, nor waived.
//
// Years (1500–2099, alone), days of a month, ordinals (`1e`, `2de`, `3rd`, `1.`), numbers that are part of a
// name (`mbo4`, `3D`, `top-10`) or of a reference (`tabel 2`, `§ 4`), and code are no figures. Numbers in
// words count from three up, unless they are words of a claim or of a link to a page.
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "locale/prose_words.h"
#include "markdown/document.h"

namespace regioscope::markdown {

/// Adds a warning `bare-number` for each. `exceptions` are phrases, to the letter, whose numbers are names
/// ("Industrie 4.0"): `number_exceptions` in site/report.json. A sentence with a citation, or with a footnote
/// that cites, is cited.
void find_bare_numbers(const Document& document, const locale::ProseWords& words,
                       const std::vector<std::string>& exceptions, Findings& findings);

}  // namespace regioscope::markdown
