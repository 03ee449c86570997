// A source table as it was printed: its labels, its digits, and our notes and statuses beside them. What an
// edition corrects in it, or does not use, is marked.
#pragma once

#include "figures/notes.h"
#include "figures/printed_places.h"
#include "figures/table.h"

namespace regioscope::figures {

/// Every cell has its id, in a large table every row. A row or column that is about one indicator leads to
/// it.
Table printed_table(data::TableIndex table, const data::EditionFigures& figures, const PrintedPlaces& places,
                    const Presenter& presenter, const Destinations& to, const InlineText& text);

/// What a printed table is about, in first-seen order.
std::vector<data::IndicatorIndex> indicators_in(const data::Dataset& dataset, const data::Table& table);

}  // namespace regioscope::figures
