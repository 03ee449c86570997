// Which figures each place of a text reads: the values and conditions of the narrative and of words in JSON,
// with what they stand for in one edition.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "analysis/edition_difference.h"
#include "markdown/document.h"
#include "report/site.h"

namespace regioscope::report {

struct TextReading {
    /// The bound value or the condition.
    Span span;
    /// As analysis::reading_of writes them: the same words for the same figures in every edition.
    std::set<std::string> figures;
};

/// In the order of the text; a place that a repetition passes several times stands once. What cannot be
/// evaluated reads nothing.
std::vector<TextReading> readings_of(const markdown::Document& document,
                                     const analysis::JudgedEdition& edition);

}  // namespace regioscope::report
