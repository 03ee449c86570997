#include "escape/html_text.h"

#include "escape/scan.h"

namespace regioscope::escape {

void append_html_text(std::string& out, std::string_view text) {
    static constexpr ByteTable attention = attention_to("&<>");
    append_scanned(out, text, attention, [](std::string& to, char32_t c, std::string_view bytes) {
        if (c == '&')
            to += "&amp;";
        else if (c == '<')
            to += "&lt;";
        else if (c == '>')
            to += "&gt;";
        else if (c < 0x20)
            append_utf8(to, replacement_character);
        else
            to += bytes;
    });
}

std::string html_text(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    append_html_text(out, text);
    return out;
}

}  // namespace regioscope::escape
