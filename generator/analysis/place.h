// Where a figure or a fact stands in its document, in words for findings: source, label, row and column as
// printed.
#pragma once

#include <string>

#include "base/finding.h"
#include "data/dataset.h"

namespace regioscope::analysis {

/// `nef-regions-2016, "Tabel 2"`; of a source with parts also the part.
std::string place_of(const data::Dataset& dataset, const data::Citation& citation);

/// `nef-regions-2016, "Tabel 2", row "Werkloosheid (%)", column "Twente", printed "7,2"`.
std::string place_of(const data::Dataset& dataset, data::ObservationIndex observation);

/// `7.2 (unemployment-rate/corop-twente/2015)`: a figure as it was entered, under its key.
std::string figure_of(const data::Dataset& dataset, data::ObservationIndex observation);

/// A note that points at the cell of a figure and says what and where it is.
FindingNote note_of(const data::Dataset& dataset, data::ObservationIndex observation);

}  // namespace regioscope::analysis
