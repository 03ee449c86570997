// The table file that is made of an understood reading: rows and columns as the file has them, or where it
// has a row for each figure, as a person would lay them out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tabular/understanding.h"

namespace regioscope::tabular {

/// What the figures do not say of themselves.
struct TableHead {
    std::string source;
    /// How the source calls the table.
    std::string label;
    std::string title;
    /// 3 to 8 words of the file, for finding it again.
    std::string anchor;
    /// Language of the source: how a workbook's numbers are printed.
    std::string language;
    /// Language of the report under which the file's own words stand, until somebody translates them.
    std::string words_language;
    /// Path of the table's schema from where the table goes.
    std::string schema;
};

struct Table {
    struct Column {
        std::string id;
        std::string printed;
    };
    struct Row {
        std::string printed;
        bool is_heading = false;
        /// Indices of figures by column, or `no_figure`.
        std::vector<std::size_t> cells;
    };
    static constexpr std::size_t no_figure = static_cast<std::size_t>(-1);
    std::vector<Column> columns;
    std::vector<Row> rows;
};

/// Findings: `repeated-figures` when two figures of the file have one key.
Table arranged(const Understanding& understanding, const Reading& reading, const Grid& grid,
               Findings& findings);

std::string table_text(const Table& table, const Understanding& understanding, const Reading& reading,
                       const Grid& grid, const TableHead& head);

/// The first words of the file, in the order in which it is read.
std::string anchor_of(const Grid& grid, const std::string& title);

}  // namespace regioscope::tabular
