#include "figures/printed_places.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/slug.h"

namespace regioscope::figures {

using data::ObservationIndex;

PrintedPlaces::PrintedPlaces(const analysis::EditionModel& edition)
    : dataset_(edition.dataset), positions_(edition.dataset.observations.size()) {
    for (const data::Table& table : dataset_.tables) {
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            const auto& cells = table.rows[row].cells;
            for (std::size_t column = 0; column < cells.size(); ++column) {
                if (cells[column])
                    positions_[static_cast<std::size_t>(*cells[column])] = {
                        static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column)};
            }
        }
    }
    // What a table prints twice is superseded at least once.
    std::map<std::tuple<data::TableIndex, data::IndicatorIndex, data::AreaIndex, data::PeriodIndex>, int>
        printed;
    for (const ObservationIndex index : edition.figures.superseded()) {
        const data::Observation& one = dataset_[index];
        const data::UsedObservation* const used = edition.figures.find(one.indicator, one.area, one.period);
        const bool prints_the_used = used != nullptr && dataset_[used->observation].table == one.table;
        int& count =
            printed.try_emplace({one.table, one.indicator, one.area, one.period}, prints_the_used ? 1 : 0)
                .first->second;
        if (++count > 1) repetitions_[index] = count;
    }
}

bool PrintedPlaces::has_cells(data::TableIndex table) const {
    return dataset_[table].rows.size() * dataset_[table].columns.size() <= most_cells;
}

std::string PrintedPlaces::cell(ObservationIndex observation) const {
    const data::Observation& printed = dataset_[observation];
    std::string id = fmt::format("{}.{}.{}", dataset_[printed.indicator].id, dataset_[printed.area].id,
                                 slug_of(dataset_[printed.period].written));
    const auto repeated = repetitions_.find(observation);
    if (repeated != repetitions_.end()) id += fmt::format(".{}", repeated->second);
    return id;
}

std::string PrintedPlaces::row(data::TableIndex table, std::size_t row) const {
    const auto& cells = dataset_[table].rows[row].cells;
    const auto first =
        std::find_if(cells.begin(), cells.end(), [](const auto& cell) { return cell.has_value(); });
    return first == cells.end() ? std::string() : "row." + cell(**first);
}

std::string PrintedPlaces::column(data::TableIndex table, std::size_t column) const {
    return "column." + dataset_[table].columns[column].id;
}

std::string PrintedPlaces::of(ObservationIndex observation) const {
    const data::TableIndex table = dataset_[observation].table;
    return has_cells(table) ? cell(observation) : row(table, at(observation).row);
}

std::string PrintedPlaces::of_all(const std::vector<ObservationIndex>& observations) const {
    const ObservationIndex first = observations.front();
    if (observations.size() == 1) return of(first);
    const auto all = [&](std::uint32_t Position::*part) {
        return std::all_of(observations.begin(), observations.end(),
                           [&](ObservationIndex one) { return at(one).*part == at(first).*part; });
    };
    const data::TableIndex table = dataset_[first].table;
    if (all(&Position::row)) return row(table, at(first).row);
    if (all(&Position::column)) return column(table, at(first).column);
    return {};
}

}  // namespace regioscope::figures
