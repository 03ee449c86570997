// The languages of a page must say the same: same sections, and in each the same figures, claims and bound
// values.
#pragma once

#include <set>
#include <string>

#include "base/finding.h"
#include "markdown/document.h"

namespace regioscope::markdown {

struct ParityOptions {
    /// Expressions that call nothing but these print words, and languages may need them where others do not.
    std::set<std::string, std::less<>> wording_functions = {"name", "region", "list", "set", "capital"};
};

/// Adds an error `language-parity` for each difference, at the place in `other`, with the one in `original`.
/// Within a section the order is the author's.
void compare_structure(const Document& original, const Document& other, Findings& findings,
                       const ParityOptions& options = {});

}  // namespace regioscope::markdown
