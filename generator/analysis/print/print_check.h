// Holds what the datasets say against the text of their sources: every figure, goal, initiative, number and
// year of a profile is looked up where its citation says that it stands.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/print/extract.h"
#include "base/finding.h"
#include "data/dataset.h"

namespace regioscope::analysis {

/// The number in words, in the language of a source; nothing where that language is not known.
using SpelledIn =
    std::function<std::optional<std::string>(const std::string& language, const Decimal& number)>;

/// `een derde`: 33 percent of a whole.
struct PartInWords {
    std::string words;
    int percent = 0;
};

struct Print {
    /// Of the sources whose extract is there.
    std::map<data::SourceIndex, Extract> extracts;
    SpelledIn spelled;
    /// By language; ICU does not spell them.
    std::map<std::string, std::vector<PartInWords>, std::less<>> parts;
};

struct PrintCounts {
    std::size_t looked_up = 0;
    std::size_t found = 0;
};

/// How much was held against the print, and how much of it stands there.
struct PrintResult {
    PrintCounts cells;
    PrintCounts facts;
    PrintCounts anchors;
    /// Periods and regions of figures, once for each place where they are cited.
    PrintCounts periods;
    PrintCounts regions;
    /// Numbers and years of the narrative, in sentences that cite.
    PrintCounts texts;
};

/// Codes of findings that only arise here: an acceptance of one of them is not unneeded where nothing was
/// held against the print.
bool is_about_print(std::string_view code);

/// Findings: `anchor-not-in-print`, `figure-not-in-print`, `period-not-in-print`, `region-not-in-print`,
/// `fact-not-in-print`.
PrintResult hold_against_print(const data::Dataset& dataset, const Print& print, Findings& findings);

}  // namespace regioscope::analysis
