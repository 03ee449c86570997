// What a file of a site is, by the ending of its name.
#pragma once

#include <string_view>

namespace regioscope::cli {

/// `text/html; charset=utf-8` for `regions/twente.html`; bytes of no known kind are to be downloaded.
std::string_view content_type(std::string_view path);

}  // namespace regioscope::cli
