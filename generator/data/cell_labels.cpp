#include "data/cell_labels.h"

#include <algorithm>

namespace regioscope::data {

CellLabels labels_of(const Table& table, ObservationIndex cell) {
    for (const Table::Row& row : table.rows) {
        const auto found = std::find(row.cells.begin(), row.cells.end(), cell);
        if (found == row.cells.end()) continue;
        const auto index = static_cast<std::uint32_t>(found - row.cells.begin());
        std::string column = table.columns[index].printed;
        for (const Table::ColumnGroup& group : table.column_groups) {
            const bool covers =
                std::find(group.columns.begin(), group.columns.end(), index) != group.columns.end();
            if (covers && !group.printed.empty()) column = group.printed + " / " + column;
        }
        return {row.printed, column};
    }
    return {};
}

}  // namespace regioscope::data
