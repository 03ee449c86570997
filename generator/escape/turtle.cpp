#include "escape/turtle.h"

#include <fmt/format.h>

#include "escape/scan.h"

namespace regioscope::escape {

std::string iri_text(std::string_view iri) {
    static constexpr ByteTable attention = [] {
        ByteTable table = attention_to("<>\"{}|^`\\ ");
        table['\t'] = table['\n'] = table['\r'] = table[0x7F] = true;
        return table;
    }();
    std::string out;
    append_scanned(out, iri, attention, [](std::string& to, char32_t c, std::string_view bytes) {
        if (c < 0x80)
            to += fmt::format("%{:02X}", static_cast<unsigned>(c));
        else
            to += bytes;
    });
    return out;
}

void append_turtle_iri(std::string& out, std::string_view iri) {
    out += '<';
    out += iri_text(iri);
    out += '>';
}

void append_turtle_string(std::string& out, std::string_view text) {
    static constexpr ByteTable attention = [] {
        ByteTable table = attention_to("\"\\");
        table['\t'] = table['\n'] = table['\r'] = table[0x7F] = true;
        return table;
    }();
    out += '"';
    append_scanned(out, text, attention, [](std::string& to, char32_t c, std::string_view bytes) {
        if (c == '"' || c == '\\')
            (to += '\\') += static_cast<char>(c);
        else if (c == '\n')
            to += "\\n";
        else if (c == '\r')
            to += "\\r";
        else if (c == '\t')
            to += "\\t";
        else if (c < 0x80)
            to += fmt::format("\\u{:04X}", static_cast<unsigned>(c == 0 ? replacement_character : c));
        else
            to += bytes;
    });
    out += '"';
}

}  // namespace regioscope::escape
