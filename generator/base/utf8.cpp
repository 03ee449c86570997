#include "base/utf8.h"

#include <algorithm>

namespace regioscope {

namespace {

constexpr char32_t replacement = 0xFFFD;

/// The length of the valid sequence at `offset`, or 0. Table 3-7 of the Unicode standard.
std::size_t sequence_length(std::string_view text, std::size_t offset) {
    const auto byte = [&](std::size_t i) {
        return offset + i < text.size() ? static_cast<unsigned char>(text[offset + i]) : 0U;
    };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned first = byte(0);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return continues(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        if (!continues(1) || !continues(2)) return 0;
        if (first == 0xE0 && byte(1) < 0xA0) return 0;
        if (first == 0xED && byte(1) > 0x9F) return 0;
        return 3;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        if (!continues(1) || !continues(2) || !continues(3)) return 0;
        if (first == 0xF0 && byte(1) < 0x90) return 0;
        if (first == 0xF4 && byte(1) > 0x8F) return 0;
        return 4;
    }
    return 0;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t length = sequence_length(text, offset);
        if (length == 0) return offset;
        offset += length;
    }
    return std::nullopt;
}

std::size_t count_code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    }));
}

char32_t next_code_point(std::string_view text, std::size_t& offset) {
    const std::size_t length = sequence_length(text, offset);
    if (length == 0) {
        ++offset;
        return replacement;
    }
    const auto byte = [&](std::size_t i) {
        return static_cast<char32_t>(static_cast<unsigned char>(text[offset + i]));
    };
    char32_t code_point = length == 1 ? byte(0) : byte(0) & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i)
        code_point = (code_point << 6U) | (byte(i) & 0x3FU);
    offset += length;
    return code_point;
}

bool is_unprintable(char32_t code_point) {
    const char32_t c = code_point;
    if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
    const bool is_control = c >= 0x7F && c <= 0x9F;
    const bool turns_direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    const bool is_no_character = (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFEU) == 0xFFFE;
    return is_control || turns_direction || is_no_character;
}

std::optional<std::size_t> find_unprintable(std::string_view text) {
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t begin = offset;
        if (is_unprintable(next_code_point(text, offset))) return begin;
    }
    return std::nullopt;
}

void append_utf8(std::string& out, char32_t code_point) {
    const auto push = [&](char32_t byte) {
        out.push_back(static_cast<char>(static_cast<unsigned char>(byte)));
    };
    if (code_point < 0x80) {
        push(code_point);
    } else if (code_point < 0x800) {
        push(0xC0 | (code_point >> 6));
        push(0x80 | (code_point & 0x3F));
    } else if (code_point < 0x10000) {
        push(0xE0 | (code_point >> 12));
        push(0x80 | ((code_point >> 6) & 0x3F));
        push(0x80 | (code_point & 0x3F));
    } else {
        push(0xF0 | (code_point >> 18));
        push(0x80 | ((code_point >> 12) & 0x3F));
        push(0x80 | ((code_point >> 6) & 0x3F));
        push(0x80 | (code_point & 0x3F));
    }
}

}  // namespace regioscope
