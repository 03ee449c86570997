#include "tabular/workbook.h"

#include <fmt/format.h>

#include <algorithm>

#include "tabular/limits.h"
#include "tabular/words.h"
#include "tabular/xml_events.h"

namespace regioscope::tabular {

void SheetFiller::put(std::size_t row, std::size_t column, Cell cell) {
    if (cell.text.empty()) return;
    filled_.letters += cell.text.size();
    if (row >= most_cells || column >= most_columns || ++filled_.cells > most_cells)
        throw XmlStop{
            make_error("too-many-cells", {}, "a sheet has more cells than a table of a report can hold")};
    if (filled_.letters > most_letters_of_all)
        throw XmlStop{
            make_error("too-many-cells", {}, "its cells hold more text than a table of a report can")};
    if (cell.text.size() > most_letters)
        throw XmlStop{make_error("too-many-cells", {},
                                 "cell " + cell_name({row, column}) + " holds more text than a cell can")};
    // Whoever puts a single cell at the far end of a sheet gets no room for all that is before it.
    if (row >= grid_.rows.size()) {
        constexpr std::size_t widest_gap = 100'000;
        if (row > grid_.rows.size() + widest_gap)
            throw XmlStop{make_error("too-many-cells", {},
                                     "cell " + cell_name({row, column}) + " stands far from all others")};
        grid_.rows.resize(row + 1);
    }
    std::vector<Cell>& cells = grid_.rows[row];
    if (column >= cells.size()) {
        filled_.cells += column - cells.size();
        cells.resize(column + 1);
    }
    cells[column] = std::move(cell);
}

void SheetFiller::merge_down(std::size_t row, std::size_t column, std::size_t rows) {
    const Cell cell = grid_.at(row, column);
    if (cell.text.empty()) return;
    for (std::size_t below = row + 1; below < std::min(row + rows, grid_.rows.size()); ++below) {
        if (grid_.at(below, column).text.empty()) put(below, column, cell);
    }
}

void SheetFiller::hide_row(std::size_t row) {
    if (row >= grid_.rows.size()) return;
    const auto filled = std::find_if(grid_.rows[row].begin(), grid_.rows[row].end(),
                                     [](const Cell& cell) { return !cell.text.empty(); });
    if (filled == grid_.rows[row].end()) return;
    grid_.remarks.push_back(
        fmt::format("row {} is hidden in the workbook and not read: {}", row + 1, filled->text));
    grid_.rows[row].clear();
}

void SheetFiller::hide_column(std::size_t column) {
    std::string first;
    for (std::vector<Cell>& row : grid_.rows) {
        if (column >= row.size()) continue;
        if (first.empty()) first = row[column].text;
        row[column] = {};
    }
    if (first.empty()) return;
    const std::string name = cell_name({0, column});
    grid_.remarks.push_back(fmt::format("column {} is hidden in the workbook and not read: {}",
                                        name.substr(0, name.size() - 1), first));
}

std::string remark_told(GridPlace place, const std::string& words) {
    return fmt::format("cell {} has a remark, which is not read: '{}'", cell_name(place), folded(words));
}

void take_raised(Cell& cell, const std::string& raised) {
    constexpr std::string_view high[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    const std::string words = folded(raised);
    if (words.size() == 1 && words[0] >= '0' && words[0] <= '9' && !cell.text.empty()) {
        cell.text += high[words[0] - '0'];
    } else {
        cell.text += raised;
    }
}

}  // namespace regioscope::tabular
