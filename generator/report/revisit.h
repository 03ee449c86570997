// What an editor has to look at again when figures change: every place of the project's files that stands on
// one.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "report/changes.h"

namespace regioscope::report {

/// A place that says or draws something else on the later edition's figures than on the earlier one's.
struct Revisit {
    enum class Kind {
        turned_claim,  ///< true on the one, false on the other
        moved_claim,   ///< as true as before, on other figures
        text,          ///< a bound value or a condition of the narrative, a title, a note
        figure,        ///< a declared figure
        check,         ///< a declared check of the data
        citation       ///< a text names a table of which figures were replaced
    };

    Kind kind = Kind::text;
    Span place;
    /// The claim's, figure's or check's id; of a text the expression, of a citation the source and place in
    /// it.
    std::string subject;
    /// What it read, and what it reads now; each only where it differs.
    std::set<std::string> before;
    std::set<std::string> after;
    /// Of a claim where it is said, of a figure its title: in every language.
    std::vector<Span> words;
};

/// `turned-claim`, `text` …
std::string_view word_of(Revisit::Kind kind);

/// By kind, then by place. Places are those of the later edition's files.
std::vector<Revisit> to_revisit(const Changes& changes);

}  // namespace regioscope::report
