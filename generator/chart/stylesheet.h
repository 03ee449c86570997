// chart.css for a file that travels alone.
#pragma once

#include <string>
#include <string_view>

namespace regioscope::chart {

/// The stylesheet without its at-rules (schemes, print), comments and custom properties: each `var(--name)`
/// becomes the value that the first rule for `:root` gives it. Drawing programs read such a stylesheet; they
/// do not know custom properties.
std::string plain_stylesheet(std::string_view css);

}  // namespace regioscope::chart
