// A row of a table in the text of its source: which of its cells stand there, in the order of the columns.
#pragma once

#include <string>
#include <vector>

#include "analysis/print/extract.h"

namespace regioscope::analysis {

struct PrintedCell {
    /// The cell's numbers in the form of Extract::Token::text; a range has two.
    std::vector<std::string> numbers;
    bool is_found = false;
    /// What stands in its place, when it is not found.
    std::string instead;
    /// Where it stands, when it is found: an index of Extract::tokens.
    std::size_t token = 0;
};

/// Looks behind the row's label, within the table's stretch; where the label is torn apart, for the cells in
/// their order. Nothing of the row stands there: no cell is found.
void find_row(const Extract& extract, Extract::Stretch table, const std::string& label,
              std::vector<PrintedCell>& cells);

}  // namespace regioscope::analysis
