// Tables of the sources.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/source.h"
#include "data/citation.h"
#include "data/index.h"
#include "data/text.h"

namespace regioscope::data {

/// A source table as printed: what the page of a source shows.
struct Table {
    struct Column {
        std::string id;
        std::string printed;
    };
    struct ColumnGroup {
        std::string printed;
        /// Indices of its columns; they are neighbours.
        std::vector<std::uint32_t> columns;
    };
    struct Row {
        /// The row's label, or a heading's.
        std::string printed;
        bool heading = false;
        /// One per column; nothing where the row has no such cell.
        std::vector<std::optional<ObservationIndex>> cells;
    };

    std::string id;
    Citation citation;
    Text title;
    std::string printed_title;
    Text note;
    std::vector<ColumnGroup> column_groups;
    std::vector<Column> columns;
    std::vector<Row> rows;
    Span span;
};

}  // namespace regioscope::data
