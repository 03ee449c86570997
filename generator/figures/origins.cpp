#include "figures/origins.h"

#include <algorithm>
#include <utility>

namespace regioscope::figures {

namespace {

using data::ObservationIndex;
using data::TableIndex;

/// Fewer figures carry their links themselves.
constexpr std::size_t fewest_in_common = 2;

/// Cells of a row or a column whose way is not yet told.
using Cells = std::vector<Cell*>;

class Linker {
  public:
    Linker(const Presenter& presenter, const Destinations& to)
        : dataset_(presenter.dataset()), language_(presenter.language()), to_(to) {}

    /// Where most of them come from, said once for all that do.
    std::optional<Link> common(const Cells& cells) const {
        const Cells from_one = of_one_table(cells);
        if (from_one.size() < fewest_in_common) return std::nullopt;
        std::vector<ObservationIndex> origins;
        for (Cell* const cell : from_one)
            origins.push_back(*std::exchange(cell->origin, std::nullopt));
        return Link{label_of(origins), to_.printed(origins), language_of(origins.front())};
    }

    void own(Cell& cell) const {
        if (const auto origin = std::exchange(cell.origin, std::nullopt))
            cell.href = to_.observation(*origin);
    }

  private:
    TableIndex table_of(const Cell* cell) const { return dataset_[*cell->origin].table; }

    /// Those of the table that most of them are from; of two as frequent ones the first counts.
    Cells of_one_table(const Cells& cells) const {
        Cells most;
        for (const Cell* const candidate : cells) {
            Cells same;
            std::copy_if(cells.begin(), cells.end(), std::back_inserter(same),
                         [&](const Cell* cell) { return table_of(cell) == table_of(candidate); });
            if (same.size() > most.size()) most = std::move(same);
            if (2 * most.size() >= cells.size()) break;
        }
        return most;
    }

    const data::Citation& citation_of(ObservationIndex origin) const {
        return dataset_[dataset_[origin].citation];
    }

    /// The place as the document calls it, as far as all of them have it in common.
    std::string label_of(const std::vector<ObservationIndex>& origins) const {
        const data::Citation& first = citation_of(origins.front());
        const bool is_one_place = std::all_of(origins.begin(), origins.end(), [&](ObservationIndex origin) {
            return citation_of(origin).locator.label == first.locator.label;
        });
        const std::string& label = is_one_place
                                       ? first.locator.label
                                       : dataset_[dataset_[origins.front()].table].citation.locator.label;
        return label.empty() ? dataset_[first.source].title : label;
    }

    std::string language_of(ObservationIndex origin) const {
        const std::string& language = dataset_[citation_of(origin).source].language;
        return language == language_ ? std::string() : language;
    }

    const data::Dataset& dataset_;
    const std::string& language_;
    const Destinations& to_;
};

void add_if_open(Cells& cells, Cell& cell) {
    if (cell.origin) cells.push_back(&cell);
}

Cells column(Table& table, std::size_t index) {
    Cells cells;
    for (RowGroup& group : table.groups) {
        for (Row& row : group.rows) {
            if (index < row.cells.size()) add_if_open(cells, row.cells[index]);
        }
    }
    return cells;
}

/// Does each head cell stand above one column?
bool has_plain_head(const Table& table) {
    return table.head.size() == 1 && std::all_of(table.head.front().begin(), table.head.front().end(),
                                                 [](const HeadCell& cell) { return cell.columns == 1; });
}

}  // namespace

void link_origins(Table& table, const Presenter& presenter, const Destinations& to) {
    const Linker linker(presenter, to);
    for (RowGroup& group : table.groups) {
        for (Row& row : group.rows) {
            Cells cells;
            for (Cell& cell : row.cells)
                add_if_open(cells, cell);
            row.origin = linker.common(cells);
        }
    }
    if (has_plain_head(table)) {
        for (std::size_t i = 0; i < table.head.front().size(); ++i)
            table.head.front()[i].origin = linker.common(column(table, i));
    }
    for (RowGroup& group : table.groups) {
        for (Row& row : group.rows) {
            for (Cell& cell : row.cells)
                linker.own(cell);
        }
    }
}

}  // namespace regioscope::figures
