// The labels at a cell of a table, as printed.
#pragma once

#include <string>

#include "data/index.h"
#include "data/table.h"

namespace regioscope::data {

struct CellLabels {
    std::string row;
    /// Of a column in a group both: "Beroep / hoger niveau".
    std::string column;
};

/// Of a cell of this table; looks through all of it.
CellLabels labels_of(const Table& table, ObservationIndex cell);

}  // namespace regioscope::data
