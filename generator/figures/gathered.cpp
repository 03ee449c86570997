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

bool is_open(const data::Value& value) {
    return value.kind != data::Value::Kind::point && value.kind != data::Value::Kind::about;
}

Gathered in_order(Gathered gathered, const std::vector<std::size_t>& order) {
    const Grid before = gathered.grid;
    for (std::size_t i = 0; i < order.size(); ++i) {
        gathered.grid.rows[i] = before.rows[order[i]];
        gathered.grid.cells[i] = before.cells[order[i]];
        if (before.centre == order[i]) gathered.grid.centre = i;
    }
    for (Annotated& annotated : gathered.annotations) {
        if (!annotated.row) continue;
        const auto place = std::find(order.begin(), order.end(), *annotated.row);
        annotated.row = static_cast<std::size_t>(place - order.begin());
    }
    return gathered;
}

std::size_t rows_to_tell(const Gathered& gathered) {
    const auto counts = [&](const Subject& row) {
        const bool stands_back = gathered.kind->overlays_rows && row.emphasis == chart::Emphasis::quiet;
        return !row.is_benchmark && !stands_back;
    };
    return static_cast<std::size_t>(
        std::count_if(gathered.grid.rows.begin(), gathered.grid.rows.end(), counts));
}

chart::Slot slot_of(const data::Dataset& dataset, data::RegionIndex region) {
    const data::RegionKind kind = dataset[region].kind;
    if (kind == data::RegionKind::context) return chart::Slot::context();
    int number = 1;
    int count = 0;
    for (std::size_t i = 0; i < dataset.regions.size(); ++i) {
        if (dataset.regions[i].kind != kind) continue;
        ++count;
        number += i < static_cast<std::size_t>(region) ? 1 : 0;
    }
    // More regions than looks: no colour says who is who, so none is promised.
    if (kind == data::RegionKind::study && count > chart::most_looks) return chart::Slot::accent();
    return kind == data::RegionKind::study ? chart::Slot::region(number) : chart::Slot::benchmark(number);
}

data::AreaIndex area_shown(const Datum& datum, const data::Region& region) {
    return datum.measurement == nullptr ? region.areas.front() : datum.measurement->area;
}

std::vector<data::AreaIndex> areas_on_map(const Gathered& gathered, const data::Dataset& dataset) {
    std::vector<data::AreaIndex> areas;
    for (const data::RegionIndex region : gathered.places)
        areas.push_back(dataset[region].areas.front());
    for (std::size_t row = 0; row < gathered.grid.rows.size(); ++row) {
        const Subject& subject = gathered.grid.rows[row];
        if (subject.region && !subject.is_benchmark && !gathered.grid.cells[row].empty())
            areas.push_back(area_shown(gathered.grid.cells[row].front(), dataset[*subject.region]));
    }
    return areas;
}

}  // namespace regioscope::figures
