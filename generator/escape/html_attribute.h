// A value between the quotes (double or single) of an HTML attribute: as text, and both quotes become
// references. Not for unquoted attributes. URLs go through url.h first.
#pragma once

#include <string>
#include <string_view>

namespace regioscope::escape {

void append_html_attribute(std::string& out, std::string_view text);
std::string html_attribute(std::string_view text);

}  // namespace regioscope::escape
