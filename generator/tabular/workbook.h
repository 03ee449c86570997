// Workbooks of spreadsheet programs, XLSX and ODS: every sheet a grid, every number with the digits that it
// is shown with.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "tabular/grid.h"

namespace regioscope::tabular {

using PackedFiles = std::map<std::string, std::string>;

bool is_xlsx(const PackedFiles& files);
bool is_ods(const PackedFiles& files);

/// In the order of their tabs, hidden ones left out. Findings: `broken-workbook`, `too-many-cells`.
Result<std::vector<Grid>> read_xlsx(const PackedFiles& files, const std::string& file);
Result<std::vector<Grid>> read_ods(const PackedFiles& files, const std::string& file);

/// What all sheets of a workbook come to.
struct Filled {
    std::size_t cells = 0;
    std::size_t letters = 0;
};

/// Puts a cell where it belongs; refuses workbooks that are too large by throwing XmlStop.
class SheetFiller {
  public:
    SheetFiller(Grid& grid, Filled& filled) : grid_(grid), filled_(filled) {}
    void put(std::size_t row, std::size_t column, Cell cell);
    /// A cell that is merged with those below it is theirs, too. (A head over several columns is found by its
    /// being the nearest to the left, merged or not.)
    void merge_down(std::size_t row, std::size_t column, std::size_t rows);

    /// What the user does not see in the workbook is not read, and told.
    void hide_row(std::size_t row);
    void hide_column(std::size_t column);

  private:
    Grid& grid_;
    Filled& filled_;
};

/// "cell B2 has a remark, which is not read: '…'".
std::string remark_told(GridPlace place, const std::string& words);

/// Raised digits that are no mark of a note belong to the words: km2 is km².
void take_raised(Cell& cell, const std::string& raised);

}  // namespace regioscope::tabular
