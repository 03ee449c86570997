#include "expression/letter_case.h"

#include "base/utf8.h"

namespace regioscope::expression {

namespace {

constexpr char32_t sharp_s = 0xDF;

/// In Latin Extended-A small and capital letters alternate; which comes first changes twice.
bool is_small_in_extended_a(char32_t c) {
    const bool capital_is_even = (c <= 0x137) || (c >= 0x14A && c <= 0x177);
    return capital_is_even == (c % 2 == 1);
}
bool is_cased_in_extended_a(char32_t c) {
    return c >= 0x100 && c <= 0x17E && c != 0x130 && c != 0x131 && c != 0x138 && c != 0x149 && c != 0x178;
}

char32_t upper(char32_t c) {
    if ((c >= 'a' && c <= 'z') || (c >= 0xE0 && c <= 0xFE && c != 0xF7)) return c - 0x20;
    if (c == 0xFF) return 0x178;
    if (c == 0x131) return 'I';
    if (c == 0x17F) return 'S';
    return is_cased_in_extended_a(c) && is_small_in_extended_a(c) ? c - 1 : c;
}

char32_t lower(char32_t c) {
    if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7)) return c + 0x20;
    if (c == 0x178) return 0xFF;
    return is_cased_in_extended_a(c) && !is_small_in_extended_a(c) ? c + 1 : c;
}

void append_upper(std::string& out, char32_t c) {
    if (c == sharp_s) {
        out += "SS";
    } else {
        append_utf8(out, upper(c));
    }
}

bool begins_word_after(char32_t c) {
    return is_white_space(c) || c == '-' || c == '(' || c == '{' || c == '[' || c == '<';
}

/// Calls `append(out, code point, the one before or 0)` for each.
template <class Append>
std::string transformed(std::string_view text, const Append& append) {
    std::string out;
    out.reserve(text.size());
    char32_t before = 0;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = next_code_point(text, i);
        append(out, c, before);
        before = c;
    }
    return out;
}

enum class Case { none, upper, lower };

Case case_of(char32_t c) {
    if (c == sharp_s || upper(c) != c) return Case::lower;
    return lower(c) != c ? Case::upper : Case::none;
}

bool is_all(std::string_view text, Case wanted) {
    bool any = false;
    for (std::size_t i = 0; i < text.size();) {
        const Case found = case_of(next_code_point(text, i));
        if (found != Case::none && found != wanted) return false;
        any = any || found == wanted;
    }
    return any;
}

}  // namespace

std::string upper_case(std::string_view text) {
    return transformed(text, [](std::string& out, char32_t c, char32_t) { append_upper(out, c); });
}

std::string lower_case(std::string_view text) {
    return transformed(text, [](std::string& out, char32_t c, char32_t) { append_utf8(out, lower(c)); });
}

std::string capitalized(std::string_view text) {
    return transformed(text, [](std::string& out, char32_t c, char32_t before) {
        if (before == 0 && c == sharp_s) {
            out += "Ss";
        } else {
            append_utf8(out, before == 0 ? upper(c) : lower(c));
        }
    });
}

std::string title_case(std::string_view text) {
    return transformed(text, [](std::string& out, char32_t c, char32_t before) {
        if (before == 0 || begins_word_after(before)) {
            append_upper(out, c);
        } else {
            append_utf8(out, lower(c));
        }
    });
}

bool is_upper_case(std::string_view text) {
    return is_all(text, Case::upper);
}
bool is_lower_case(std::string_view text) {
    return is_all(text, Case::lower);
}

bool is_white_space(char32_t c) {
    return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
           c == 0x3000;
}

}  // namespace regioscope::expression
