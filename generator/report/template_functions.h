// What templates may call besides the standard functions: words of the interface, and addresses.
#pragma once

#include "expression/functions.h"

namespace regioscope::report {

/// `t("nav.home")`, `t("rank.of", rank=1, count=6)`, `href("data.html")`, `asset("photo.jpg")`. They need a
/// PageContext.
const expression::Functions& template_functions();

}  // namespace regioscope::report
