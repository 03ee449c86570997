// Makes a routine for one place: decides the escaper of everything it prints. Findings go to the variant:
// `markup`, `markup-refused`, `output-refused`, `branches-differ`, `unbalanced`, `unused-text`,
// `wrong-arguments`.
#pragma once

#include "template/linker.h"
#include "template/program.h"

namespace regioscope::templates {

void compile(Variant& variant, Linker& linker);

}  // namespace regioscope::templates
