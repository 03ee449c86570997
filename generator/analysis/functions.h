// The domain's words for expressions: figures, sets, ranks, differences, comparative wording, facts. Each is
// registered with a summary and an example; docs/functions.md lists them.
#pragma once

#include "expression/functions.h"

namespace regioscope::analysis {

/// expression::standard_functions() and everything of this room. They need an analysis::Environment.
const expression::Functions& domain_functions();

/// The same on top of another registry.
void add_domain_functions(expression::Functions& functions);

// The groups, each in its own file.
void add_figure_functions(expression::Functions& functions);
void add_set_functions(expression::Functions& functions);
void add_wording_functions(expression::Functions& functions);
void add_fact_functions(expression::Functions& functions);
void add_register_functions(expression::Functions& functions);

}  // namespace regioscope::analysis
