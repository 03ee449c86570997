// Numbers and years in sentences that cite: what their sources can be asked for.
#pragma once

#include <string>
#include <vector>

#include "locale/prose_words.h"
#include "markdown/document.h"

namespace regioscope::markdown {

struct CitedNumber {
    /// Without marks of thousands, `.` before decimals.
    std::string digits;
    Span place;
    /// All that its sentence cites; they belong to the document.
    std::vector<const Reference*> references;
};

/// In the order of the text. Waived numbers are left out, and those of claims, which conditions hold.
std::vector<CitedNumber> find_cited_numbers(const Document& document, const locale::ProseWords& words);

}  // namespace regioscope::markdown
