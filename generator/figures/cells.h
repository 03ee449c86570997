// The cells of all tables, and what stands with them: a region's name with its key, a measurement with its
// marks and its way back to the source.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "figures/notes.h"
#include "figures/table.h"

namespace regioscope::figures {

/// CSS classes of a region's colour and marker: `region-3` for the third of the studied regions,
/// `benchmark-1`, `context`.
std::string key_class(const data::Dataset& dataset, data::RegionIndex region);

/// The first of a row.
Cell header_cell(std::string label, std::string href = {});
Cell text_cell(std::string label);
Cell markup_cell(escape::SafeHtml html);
Cell number_cell(std::string label, std::optional<Decimal> sort = std::nullopt);

/// Names that each lead somewhere.
Cell links_cell(const std::vector<Link>& links);

/// An indicator's name, with its unit and the period that the row is about.
Cell indicator_cell(data::IndicatorIndex indicator, std::optional<data::PeriodIndex> reference,
                    const Presenter& presenter, const Destinations& to);
Cell region_cell(data::RegionIndex region, const Presenter& presenter, const Destinations& to);

/// The number without its unit (the head says it). A period other than `reference` is printed behind it.
/// Null: the sources say nothing, which is a cell without words.
Cell measurement_cell(const analysis::Measurement* measurement, std::optional<data::PeriodIndex> reference,
                      const Presenter& presenter, const Destinations& to, NoteList& notes);

/// What a citation says, in the language of its source.
Link source_link(const data::Citation& citation, const Presenter& presenter, const Destinations& to);

/// The sources of the measurements, each once, in first-seen order.
std::vector<Link> source_links(const std::vector<const analysis::Measurement*>& measurements,
                               const Presenter& presenter, const Destinations& to);

}  // namespace regioscope::figures
