// Where in a grid the figures stand and what their labels are: found out from the grid alone, before anybody
// knows what the labels mean.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "tabular/grid.h"
#include "tabular/signs.h"

namespace regioscope::tabular {

/// A column whose cells say of each row's figures what they are about.
struct LabelColumn {
    /// As printed above it.
    std::string name;
    std::size_t column = 0;
    /// Columns that say the same in codes.
    std::vector<std::size_t> codes;
    /// Cells that hold "CODE: label".
    bool is_code_and_label = false;
    /// Where an empty cell says what the nearest filled one above it says: that one's row, for each row of
    /// the grid.
    std::vector<std::size_t> said_in;
    /// No column, but the row that heads the section in which a row stands.
    bool is_section = false;
};

/// A column of figures.
struct FigureColumn {
    std::size_t column = 0;
    /// One per level of the head.
    std::vector<std::string> labels;
    /// Columns that say more of the same row's figure.
    std::optional<std::size_t> status;
    std::optional<std::size_t> printed;
    std::optional<std::size_t> note;
};

/// A row that is no row of figures, and what it is taken for.
struct LeftOutRow {
    std::size_t row = 0;
    std::string as;
};

/// A row below the table that says what a sign stands for: "* voorlopige cijfers".
struct LegendLine {
    std::size_t row = 0;
    std::string sign;
    std::string words;
};

struct Layout {
    /// `sheet`, `eurostat-tsv`, `sdmx-csv`, `ffcsv`, `ffcsv-wide`, `cbs-observations`, `observations`,
    /// `json-stat`.
    std::string kind;
    std::string title;
    std::vector<LabelColumn> labels;
    /// Names of the levels of the head, empty where it names none.
    std::vector<std::string> levels;
    std::vector<FigureColumn> figures;
    /// Rows of figures.
    std::vector<std::size_t> rows;
    /// Rows that head those below them.
    std::vector<std::size_t> sections;
    std::vector<LeftOutRow> left_out;
    /// Notes below the table, by their mark: "1".
    std::map<std::string, std::string> notes;
    std::vector<LegendLine> legend;
    /// What was settled without being asked, for the user to see.
    std::vector<std::string> remarks;
    /// The file itself says which of its columns is which.
    std::string region_column;
    std::string period_column;
    /// Values come in the indicator's own unit, whatever is printed.
    bool is_own_export = false;
};

/// What a column of labels says of a row, and where it says so.
GridPlace place_of_label(const Grid& grid, const Layout& layout, const LabelColumn& column, std::size_t row);

/// Nothing when the grid holds no table that can be told apart; a finding says why.
std::optional<Layout> layout_of(const Grid& grid, const Signs& signs, Findings& findings);

/// The layouts that a header row gives away; nothing when this is none of them.
std::optional<Layout> header_layout(const Grid& grid);
/// Whatever else people and offices make: titles, heads of one or more rows, sections, sums, notes.
std::optional<Layout> sheet_layout(const Grid& grid, const Signs& signs, Findings& findings);

/// First columns of Eurostat's TSV hold several labels; the grid with a column for each.
Grid unpacked(Grid grid);

}  // namespace regioscope::tabular
