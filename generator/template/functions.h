// What templates add to the standard filters: `tojson`, `striptags`, and `trim` for markup.
#pragma once

#include "expression/functions.h"

namespace regioscope::templates {

/// The registry to begin with: copy it and add the domain's own.
const expression::Functions& template_functions();

}  // namespace regioscope::templates
