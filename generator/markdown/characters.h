// The few questions about characters that the room's readers ask, independent of any locale.
#pragma once

#include <string>
#include <string_view>

namespace regioscope::markdown {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool is_ascii_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
constexpr bool is_ascii_letter(char c) {
    return is_ascii_upper(c) || (c >= 'a' && c <= 'z');
}
constexpr bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
/// A space in running text, the ones that do not break among them.
constexpr bool is_blank(char32_t c) {
    return c == U' ' || c == 0xA0 || c == 0x202F;
}
/// What a backslash takes the meaning from.
constexpr bool is_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
}

inline std::string to_ascii_lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (is_ascii_upper(c)) c = static_cast<char>(c - 'A' + 'a');
    return out;
}

constexpr std::string_view trimmed_end(std::string_view text) {
    while (!text.empty() && is_space(text.back()))
        text.remove_suffix(1);
    return text;
}
constexpr std::string_view trimmed_start(std::string_view text) {
    while (!text.empty() && is_space(text.front()))
        text.remove_prefix(1);
    return text;
}
constexpr std::string_view trimmed(std::string_view text) {
    return trimmed_start(trimmed_end(text));
}

}  // namespace regioscope::markdown
