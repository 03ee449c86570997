// Text between HTML tags: `&`, `<` and `>` become references. Invalid UTF-8 and control characters that HTML
// forbids become U+FFFD.
#pragma once

#include <string>
#include <string_view>

namespace regioscope::escape {

void append_html_text(std::string& out, std::string_view text);
std::string html_text(std::string_view text);

}  // namespace regioscope::escape
