// Sentences that compare ("Rijnmond has the highest unemployment"), and what bears each of them out.
//
// Questions compare nothing, nor do the heads of tables. What is said under a condition is borne out by it, a
// heading by what stands below it, up to the next one.
#pragma once

#include <vector>

#include "base/finding.h"
#include "locale/prose_words.h"
#include "markdown/document.h"

namespace regioscope::markdown {

struct Comparative {
    enum class Support { none, waiver, citation, figures, claim };

    /// The first word that compares.
    Span place;
    /// Of several the last one of that list: a claim counts more than a citation.
    Support support = Support::none;
};

/// In the order of the text.
std::vector<Comparative> find_comparatives(const Document& document, const locale::ProseWords& words);

/// Adds a warning `bare-comparison` for each that nothing bears out.
void find_bare_comparisons(const Document& document, const locale::ProseWords& words, Findings& findings);

}  // namespace regioscope::markdown
