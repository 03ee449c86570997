// Text and attribute values of SVG. The same bytes are read by HTML parsers (inline) and by XML parsers (as a
// file), so they follow XML's rules, which are the stricter ones.
#pragma once

#include <string>
#include <string_view>

namespace regioscope::escape {

void append_svg_text(std::string& out, std::string_view text);

/// Between quotes, double or single.
void append_svg_attribute(std::string& out, std::string_view text);

}  // namespace regioscope::escape
