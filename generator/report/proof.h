// The sentence and its line: what claims rest on, drawn and in numbers, for the page that says them.
#pragma once

#include <string_view>
#include <vector>

#include "figures/strip.h"
#include "report/ledger.h"
#include "report/page_context.h"

namespace regioscope::report {

struct Proof {
    /// Measures of which several regions have a figure: each stands on a line.
    std::vector<figures::StripSubject> lines;
    /// What has no line (one region alone, several years, other measures), by measure and region.
    std::vector<std::vector<const analysis::Measurement*>> numbers;
    /// The reservations that the claims live with.
    std::vector<analysis::Mark> marks;

    bool is_empty() const { return lines.empty() && numbers.empty(); }
};

/// Of claims that one sentence or paragraph says; what two of them rest on is shown once.
Proof proof_of(const Site& site, const std::vector<const LedgerEntry*>& claims);

/// The one line that tells most: where most of the named regions stand.
Proof shortened(Proof proof);

struct ProofWords {
    enum class Drawn {
        for_both_widths,
        once,  ///< for the narrow width, where it is folded or one of very many
        small  ///< one line without its measure, which stands beside it: one of a list
    };

    /// Unique on the page; a small line needs none.
    std::string id;
    /// What the line is called for those who do not see it.
    std::string title;
    /// The reservations in words below it.
    bool tells_marks = true;
    Drawn drawn = Drawn::for_both_widths;
};

/// Empty where nothing can be shown.
escape::SafeHtml proof_html(const PageContext& context, const Proof& proof, const ProofWords& words);

/// One line among many: its measure in the words of `label`, and the line without them.
escape::SafeHtml small_line(const PageContext& context, const figures::StripSubject& line,
                            const std::string& label);

}  // namespace regioscope::report
