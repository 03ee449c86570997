// One reader per kind of dataset file. Each adds what its file says to `out`: things of other files are found
// in `context.dataset`, and indices of periods, citations and notes count within `out`. Private to this room.
#pragma once

#include <string>

#include "data/entry.h"

namespace regioscope::data {

void read_regions(const json::Value& file, const Context& context, Dataset& out);
void read_indicators(const json::Value& file, const Context& context, Dataset& out);
void read_sources(const json::Value& file, const Context& context, Dataset& out);
void read_table(const json::Value& file, const std::string& id, const Context& context, Dataset& out);
void read_corrections(const json::Value& file, const Context& context, Dataset& out);
void read_acceptances(const json::Value& file, const Context& context, Dataset& out);
void read_checks(const json::Value& file, const Context& context, Dataset& out);
/// `name` is the file's, without folder and ending: it must be the region's id.
void read_profile(const json::Value& file, const std::string& name, const Context& context, Dataset& out);
void read_goals(const json::Value& file, const Context& context, Dataset& out);
void read_initiatives(const json::Value& file, const Context& context, Dataset& out);

/// What holds between indicators: operand counts, units, no circles, disjoint parts.
void check_derivations(const Dataset& dataset, Findings& findings);
void check_compositions(const Dataset& dataset, Findings& findings);

/// Remembers a period in `out.periods`.
PeriodIndex add_period(const Period& period, Dataset& out);

}  // namespace regioscope::data
