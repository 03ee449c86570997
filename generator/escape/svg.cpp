#include "escape/svg.h"

#include "escape/xml.h"

namespace regioscope::escape {

void append_svg_text(std::string& out, std::string_view text) {
    append_xml_text(out, text);
}

std::string svg_text(std::string_view text) {
    return xml_text(text);
}

void append_svg_attribute(std::string& out, std::string_view text) {
    append_xml_attribute(out, text);
}

std::string svg_attribute(std::string_view text) {
    return xml_attribute(text);
}

}  // namespace regioscope::escape
