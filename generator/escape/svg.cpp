#include "escape/svg.h"

#include "escape/xml.h"

namespace regioscope::escape {

void append_svg_text(std::string& out, std::string_view text) {
    append_xml_text(out, text);
}

void append_svg_attribute(std::string& out, std::string_view text) {
    append_xml_attribute(out, text);
}

}  // namespace regioscope::escape
