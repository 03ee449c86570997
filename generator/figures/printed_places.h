// Where each figure stands in the table that prints it, and what that place is called on the table's page: a
// link to it and the page itself both ask here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/edition_model.h"

namespace regioscope::figures {

class PrintedPlaces {
  public:
    /// A larger table has places for its rows alone.
    static constexpr std::size_t most_cells = 2000;

    explicit PrintedPlaces(const analysis::EditionModel& edition);

    bool has_cells(data::TableIndex table) const;
    /// Ids on the table's page: of a cell, of a row (not of a heading) and of a column.
    std::string cell(data::ObservationIndex observation) const;
    std::string row(data::TableIndex table, std::size_t row) const;
    std::string column(data::TableIndex table, std::size_t column) const;

    /// The id that a link to the figure takes: its cell's, in a large table its row's.
    std::string of(data::ObservationIndex observation) const;
    /// For several figures of one table: their row or their column; empty where only the table holds them
    /// all.
    std::string of_all(const std::vector<data::ObservationIndex>& observations) const;

  private:
    struct Position {
        std::uint32_t row = 0;
        std::uint32_t column = 0;
    };
    const Position& at(data::ObservationIndex observation) const {
        return positions_[static_cast<std::size_t>(observation)];
    }

    const data::Dataset& dataset_;
    std::vector<Position> positions_;
    /// Cells of one table that print one figure again: the second is 2, and so on.
    std::unordered_map<data::ObservationIndex, int> repetitions_;
};

}  // namespace regioscope::figures
