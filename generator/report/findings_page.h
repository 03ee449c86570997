// docs/findings.md as it is in the repository.
#pragma once

#include <string_view>

namespace regioscope::report {

extern const std::string_view findings_page;

}  // namespace regioscope::report
