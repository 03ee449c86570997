// The glossary (site/glossary.json): words that a text may use with their explanation, `[mbo](term:mbo)`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/source.h"
#include "data/dataset.h"
#include "data/read.h"

namespace regioscope::data {

inline constexpr std::string_view glossary_path = "site/glossary.json";

struct Term {
    std::string id;
    Text term;
    /// Short, and understood by itself: it is read beside the word.
    Text explanation;
    /// What the glossary's own page says besides; may be empty.
    Text more;
    Span span;
};

struct Glossary {
    /// In the order of the file.
    std::vector<Term> terms;
    WrittenTexts texts;

    const Term* find(std::string_view id) const;
};

/// Findings: those of JSON and of texts, `invalid-id`.
Glossary read_glossary(const SourceText& source, const ReadOptions& options, Findings& findings);

}  // namespace regioscope::data
