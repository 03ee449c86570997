#include "escape/json_in_html.h"

#include "escape/scan.h"

namespace regioscope::escape {

namespace {

/// `\u` and four digits: the character lies in the basic plane.
void append_unicode_escape(std::string& out, char32_t c) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += "\\u";
    for (const unsigned shift : {12U, 8U, 4U, 0U})
        out += digits[(c >> shift) & 0xFU];
}

bool is_harmful_in_html(char32_t c) {
    return c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029;
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
    static constexpr ByteTable attention = attention_to("\"\\<>&\t\n\r\x7F");
    out += '"';
    append_scanned(out, text, attention, [](std::string& to, char32_t c, std::string_view bytes) {
        if (c == '"')
            to += "\\\"";
        else if (c == '\\')
            to += "\\\\";
        else if (c == '\n')
            to += "\\n";
        else if (c == '\r')
            to += "\\r";
        else if (c == '\t')
            to += "\\t";
        else if (c < 0x20 || c == 0x7F || is_harmful_in_html(c))
            append_unicode_escape(to, c);
        else
            to += bytes;
    });
    out += '"';
}

}  // namespace regioscope::escape
