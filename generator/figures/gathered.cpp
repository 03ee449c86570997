#include "figures/gathered.h"

#include <algorithm>

namespace regioscope::figures {

using analysis::Measurement;

std::vector<const Measurement*> Grid::column(std::size_t index) const {
    std::vector<const Measurement*> measurements;
    for (const std::vector<Datum>& row : cells)
        measurements.push_back(row[index].measurement);
    return measurements;
}

bool Gathered::is_empty() const {
    const auto row_has_value = [](const std::vector<Datum>& row) {
        return std::any_of(row.begin(), row.end(), [](const Datum& datum) { return datum.has_value(); });
    };
    return std::none_of(grid.cells.begin(), grid.cells.end(), row_has_value) && events.empty() &&
           rungs.empty() && places.empty() && targets.empty();
}

chart::Emphasis Gathered::emphasis_of(data::RegionIndex region) const {
    if (highlight.empty()) return chart::Emphasis::normal;
    const bool stands_out = std::find(highlight.begin(), highlight.end(), region) != highlight.end();
    return stands_out ? chart::Emphasis::highlighted : chart::Emphasis::quiet;
}

std::vector<const Measurement*> Gathered::measurements() const {
    std::vector<const Measurement*> all;
    for (const std::vector<Datum>& row : grid.cells) {
        for (const Datum& datum : row) {
            if (datum.measurement != nullptr) all.push_back(datum.measurement);
        }
    }
    return all;
}

chart::Slot slot_of(const data::Dataset& dataset, data::RegionIndex region) {
    const data::RegionKind kind = dataset[region].kind;
    if (kind == data::RegionKind::context) return chart::Slot::context();
    int number = 1;
    for (std::size_t i = 0; i < static_cast<std::size_t>(region); ++i)
        number += dataset.regions[i].kind == kind ? 1 : 0;
    return kind == data::RegionKind::study ? chart::Slot::region(number) : chart::Slot::benchmark(number);
}

}  // namespace regioscope::figures
