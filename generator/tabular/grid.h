// What every file comes down to before anybody asks what it means: rows of cells, each with the text that it
// shows and the place where it stands.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"

namespace regioscope::tabular {

struct Cell {
    /// As shown, without white space around it.
    std::string text;
    /// A number by the file's own account, not by its looks: `text` is then its digits with a point.
    bool is_number = false;
    /// Set small and high behind the text, where the file tells: "1)". A number whose format puts it in
    /// brackets has those in front.
    std::string raised;
    static constexpr std::string_view brackets = "()";
    /// In the text of the file; a workbook has none to point into.
    Span span;
};

/// A place of a grid, both counted from 0.
struct GridPlace {
    std::size_t row = 0;
    std::size_t column = 0;
};

struct Grid {
    /// As the user calls the file.
    std::string file;
    /// Empty where the file has but one.
    std::string sheet;
    /// Does the file itself tell numbers from words?
    bool is_typed = false;
    /// How the number formats of a workbook group thousands: empty, " ", or "," for as its reader's country
    /// does.
    std::string grouping;
    std::vector<std::vector<Cell>> rows;
    /// Formulas whose result is not in the file.
    std::vector<GridPlace> without_result;
    /// What is not read, for the user to know: hidden rows, remarks at cells.
    std::vector<std::string> remarks;

    /// An empty one where the row is shorter.
    const Cell& at(std::size_t row, std::size_t column) const;
    std::size_t width() const;
};

/// `B7`: as spreadsheets call it.
std::string cell_name(GridPlace place);
/// The way back; nothing where it is no cell's name.
std::optional<GridPlace> place_called(std::string_view name);

/// A finding about a cell. Where the file has no text to point into, the message names the cell.
Finding finding_at(const Grid& grid, GridPlace place, Severity severity, std::string_view code,
                   std::string message);

}  // namespace regioscope::tabular
