// The program's own stylesheets and scripts as a page fetches them: without comments and indentation. What a
// report brings itself is published byte for byte.
#pragma once

#include <string>
#include <string_view>

namespace regioscope::report {

std::string minified_stylesheet(std::string_view css);

/// Leaves out lines that are comments as a whole, empty lines and indentation; a script whose strings go over
/// several lines is none for this.
std::string minified_script(std::string_view script);

}  // namespace regioscope::report
