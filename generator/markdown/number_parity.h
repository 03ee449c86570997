// Numbers and years that a text prints, cited or not, must be the same in all languages, each written in its
// own way: "1.920" in Dutch, "1,920" in English.
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "locale/prose_words.h"
#include "markdown/document.h"

namespace regioscope::markdown {

struct WrittenIn {
    const Document& document;
    const locale::ProseWords& words;
};

/// Adds an error `language-parity` for each number that one of them has and the other has not. `exceptions`
/// are phrases, to the letter, whose numbers are names: those of `find_bare_numbers`.
void compare_numbers(const WrittenIn& original, const WrittenIn& other,
                     const std::vector<std::string>& exceptions, Findings& findings);

}  // namespace regioscope::markdown
