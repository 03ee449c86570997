// Goals in tables: the targets of one goal, all targets with a number by line of action, what was agreed in
// words but can be followed in figures, and how many targets stand how.
#pragma once

#include "figures/table.h"
#include "report/page_context.h"

namespace regioscope::report {

/// An amount in the target's own unit, or that of its indicator.
std::string amount_text(const PageContext& context, const data::Target& target, const data::Value& value);

/// Nothing but words: no number, no date, no figure.
bool is_in_words(const PageContext& context, const data::Goal& goal);

/// What was agreed, target by target, with what is known of it.
figures::Table target_table(const PageContext& context, const data::Goal& goal);

/// Every target with a number, by line of action: baseline, target (and the earlier one), due, measured,
/// status.
figures::Table monitor_table(const PageContext& context);

/// Targets in words whose figure is known for two periods or more: from, to, and which way.
figures::Table movement_table(const PageContext& context);

/// How many targets stand how; only the statuses that occur.
figures::Table standing_table(const PageContext& context);

}  // namespace regioscope::report
