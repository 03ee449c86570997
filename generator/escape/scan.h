// How all escapers walk through a text: bytes that need no attention are copied in runs, the others are
// handed over one character at a time. Most texts have none, so the run is the hot path.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/utf8.h"

namespace regioscope::escape {

inline constexpr char32_t replacement_character = 0xFFFD;

/// Which bytes need attention. Bytes above ASCII always do, to see whether they are valid.
using ByteTable = std::array<bool, 256>;

/// `characters`, NUL to 0x1F but tab and line breaks, and all above ASCII.
constexpr ByteTable attention_to(std::string_view characters) {
    ByteTable table{};
    for (std::size_t byte = 0; byte < 0x20; ++byte)
        table[byte] = byte != '\t' && byte != '\n' && byte != '\r';
    for (std::size_t byte = 0x80; byte < 0x100; ++byte)
        table[byte] = true;
    for (const char c : characters)
        table[static_cast<unsigned char>(c)] = true;
    return table;
}

/// Calls `escape(out, code_point, bytes)` for each character that needs attention; bytes that are not valid
/// UTF-8 come as U+FFFD, one each, with `bytes` holding U+FFFD itself.
template <class Escape>
void append_scanned(std::string& out, std::string_view text, const ByteTable& attention, Escape&& escape) {
    std::size_t copied = 0;
    std::size_t i = 0;
    while (i < text.size()) {
        if (!attention[static_cast<unsigned char>(text[i])]) {
            ++i;
            continue;
        }
        out.append(text, copied, i - copied);
        const std::size_t start = i;
        const char32_t code_point = next_code_point(text, i);
        const std::size_t length = i - start;
        const bool invalid = code_point == replacement_character && length == 1;
        escape(out, code_point, invalid ? std::string_view("\xEF\xBF\xBD") : text.substr(start, length));
        copied = i;
    }
    out.append(text, copied);
}

}  // namespace regioscope::escape
