// A figure of one indicator, area and period, as a source prints it.
#pragma once

#include <optional>
#include <string>

#include "base/source.h"
#include "data/index.h"
#include "data/status.h"
#include "data/value.h"

namespace regioscope::data {

struct Observation {
    IndicatorIndex indicator{};
    AreaIndex area{};
    PeriodIndex period{};
    TableIndex table{};
    std::optional<Value> value;
    Statuses statuses;
    /// Notes that hold for it: `dataset[observation.notes]` lists indices into Dataset::notes, outermost
    /// first.
    NoteListIndex notes{};
    /// Cells share citations: `dataset[observation.citation]`.
    CitationIndex citation{};
    /// The cell as printed: "7,7", "1.920", "54%"; empty for a blank.
    std::string printed;
    /// The cell in the table's file.
    Span span;
};

}  // namespace regioscope::data
