#include "expression/passage.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"

namespace regioscope::expression {

namespace {

/// The code unit behind `\u`; nothing when four hexadecimal digits do not follow.
std::optional<char32_t> code_unit(std::string_view text, std::size_t offset) {
    if (offset + 6 > text.size() || text[offset] != '\\' || text[offset + 1] != 'u') return std::nullopt;
    unsigned unit = 0;
    const char* end = text.data() + offset + 6;
    const auto [stop, error] = std::from_chars(text.data() + offset + 2, end, unit, 16);
    if (error != std::errc() || stop != end) return std::nullopt;
    return unit;
}

/// Decodes one escape at `offset`, returns how many bytes it took.
std::size_t decode_escape(std::string_view text, std::size_t offset, std::string& out) {
    if (const auto unit = code_unit(text, offset)) {
        const auto low = *unit >= 0xD800 && *unit < 0xDC00 ? code_unit(text, offset + 6) : std::nullopt;
        if (low && *low >= 0xDC00 && *low < 0xE000) {
            append_utf8(out, 0x10000 + ((*unit - 0xD800) << 10U) + (*low - 0xDC00));
            return 12;
        }
        append_utf8(out, *unit);
        return 6;
    }
    constexpr std::string_view letters = "bfnrt";
    constexpr std::string_view meanings = "\b\f\n\r\t";
    const char c = offset + 1 < text.size() ? text[offset + 1] : '\\';
    const std::size_t letter = letters.find(c);
    out += letter == std::string_view::npos ? c : meanings[letter];
    return std::min<std::size_t>(2, text.size() - offset);
}

}  // namespace

Passage Passage::of(Span span) {
    Passage passage;
    passage.origin_ = span;
    return passage;
}

Passage Passage::of_json_string(Span span) {
    Passage passage;
    passage.origin_ = span;
    if (span.end - span.begin >= 2) {
        ++passage.origin_.begin;
        --passage.origin_.end;
    }
    const std::string_view text = passage.origin_.text();
    if (text.find('\\') == std::string_view::npos) return passage;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] != '\\') {
            passage.decoded_ += text[i++];
            continue;
        }
        i += decode_escape(text, i, passage.decoded_);
        const auto here = static_cast<std::uint32_t>(passage.decoded_.size());
        passage.shifts_.push_back({here, static_cast<std::uint32_t>(i) - here});
    }
    return passage;
}

std::uint32_t Passage::place(std::size_t offset) const {
    const auto after =
        std::upper_bound(shifts_.begin(), shifts_.end(), offset,
                         [](std::size_t at, const Shift& shift) { return at < shift.decoded; });
    const std::uint32_t shift = after == shifts_.begin() ? 0 : std::prev(after)->shift;
    return origin_.begin + static_cast<std::uint32_t>(offset) + shift;
}

Span Passage::span(std::size_t begin, std::size_t end) const {
    return {origin_.source, place(begin), place(end)};
}

}  // namespace regioscope::expression
