// The table of exactly what a figure shows; for tables, the figure itself.
#pragma once

#include "figures/voice.h"

namespace regioscope::figures {

/// `id` is the table's on its page. Signs join those of the chart in `notes`; the table's own lists of notes
/// and sources stay empty, the figure prints them once.
Table data_table(const std::string& id, const Gathered& gathered, const Voice& voice, NoteList& notes);

/// Events, rungs, places, goals. Private to this room.
void add_fact_rows(Table& table, const Gathered& gathered, const Voice& voice);

}  // namespace regioscope::figures
