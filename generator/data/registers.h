// What editors declare beside the figures: corrections, accepted findings, checks.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/source.h"
#include "data/citation.h"
#include "data/edition_range.h"
#include "data/index.h"
#include "data/status.h"
#include "data/text.h"
#include "data/value.h"

namespace regioscope::data {

struct Correction {
    std::string id;
    IndicatorIndex indicator{};
    AreaIndex area{};
    PeriodIndex period{};
    SourceIndex source{};
    std::optional<TableIndex> table;
    /// Nothing: a blank is expected.
    std::optional<Value> expect;
    enum class Use { value, withheld, as_printed };
    Use use = Use::withheld;
    std::optional<Value> value;
    Statuses statuses;
    Text reason;
    std::vector<Citation> citations;
    EditionRange editions;
    Span span;
};

struct Acceptance {
    std::string code;
    std::string subject;
    std::string reason;
    /// What it was accepted for, as Finding::figures.
    std::vector<std::string> figures;
    Span span;
};

/// A declared check; its condition is parsed and evaluated by the analysis room.
struct Check {
    std::string id;
    std::string condition;
    /// Between the quotes.
    Span condition_span;
    bool is_error = false;
    bool doubtful = false;
    Text message;
    std::vector<Citation> citations;
    /// Repeats the check with `name` bound to each region of `set`; empty when it stands alone.
    std::string for_each_name;
    std::string for_each_set;
    EditionRange editions;
    Span span;
};

}  // namespace regioscope::data
