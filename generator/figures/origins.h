// The ways from the figures of a table to the places that print them. What a row's figures have in common is
// said once at its end, what a column's have in its head; a figure from elsewhere has a link of its own.
#pragma once

#include "figures/notes.h"
#include "figures/table.h"

namespace regioscope::figures {

/// To be called once, when all cells are there.
void link_origins(Table& table, const Presenter& presenter, const Destinations& to);

}  // namespace regioscope::figures
