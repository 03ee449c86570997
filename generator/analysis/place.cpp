#include "analysis/place.h"

#include <fmt/format.h>

#include "data/cell_labels.h"
#include "data/edition.h"

namespace regioscope::analysis {

std::string place_of(const data::Dataset& dataset, const data::Citation& citation) {
    const data::Source& source = dataset[citation.source];
    const std::string part = citation.part ? " (" + source.parts[*citation.part].id + ")" : std::string();
    return fmt::format("{}{}, \"{}\"", source.id, part, citation.locator.label);
}

std::string place_of(const data::Dataset& dataset, data::ObservationIndex observation) {
    const data::Observation& o = dataset[observation];
    const data::CellLabels labels = data::labels_of(dataset[o.table], observation);
    std::string place = place_of(dataset, dataset[o.citation]);
    if (!labels.row.empty()) place += fmt::format(", row \"{}\"", labels.row);
    if (!labels.column.empty()) place += fmt::format(", column \"{}\"", labels.column);
    if (!o.printed.empty()) place += fmt::format(", printed \"{}\"", o.printed);
    return place;
}

std::string figure_of(const data::Dataset& dataset, data::ObservationIndex observation) {
    const data::Observation& o = dataset[observation];
    return fmt::format("{} ({})", o.value ? o.value->text() : "no value", data::key_of(dataset, o));
}

FindingNote note_of(const data::Dataset& dataset, data::ObservationIndex observation) {
    const data::Observation& o = dataset[observation];
    return {fmt::format("{}: {}", figure_of(dataset, observation), place_of(dataset, observation)), o.span,
            fmt::format("{} = {}", data::key_of(dataset, o), o.value ? o.value->text() : "none")};
}

}  // namespace regioscope::analysis
