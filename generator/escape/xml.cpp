#include "escape/xml.h"

#include "escape/scan.h"

namespace regioscope::escape {

namespace {

/// XML 1.0, production 2 (Char): of what valid UTF-8 can hold, controls and two noncharacters are missing.
bool is_xml_character(char32_t c) {
    const bool control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
    return !control && c != 0xFFFE && c != 0xFFFF;
}

void append_xml_character(std::string& out, char32_t c, std::string_view bytes) {
    switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        case '\t':
            out += "&#9;";
            break;
        case '\n':
            out += "&#10;";
            break;
        case '\r':
            out += "&#13;";
            break;
        default:
            if (is_xml_character(c)) out += bytes;
    }
}

}  // namespace

void append_xml_text(std::string& out, std::string_view text) {
    // A carriage return would be read as a line feed; a reference keeps it.
    static constexpr ByteTable attention = attention_to("&<>\r");
    append_scanned(out, text, attention, append_xml_character);
}

void append_xml_attribute(std::string& out, std::string_view text) {
    static constexpr ByteTable attention = attention_to("&<>\"'\t\n\r");
    append_scanned(out, text, attention, append_xml_character);
}

}  // namespace regioscope::escape
