#include "chart/text_width.h"

#include <algorithm>

#include "base/utf8.h"
#include "chart/font_widths.h"

namespace regioscope::chart {

namespace {

/// For characters outside the tables (other scripts, pictographs): as wide as the widest letters are.
constexpr double fallback_width = 1100;
/// Widths are sums; a text that was given exactly its own width must still fit.
constexpr double tolerance = 0.01;

bool is_bold(TextStyle style) {
    return style == TextStyle::strong || style == TextStyle::heading;
}

double advance(char32_t code_point, TextStyle style) {
    const std::vector<unsigned short>& widths = is_bold(style) ? bold_widths : regular_widths;
    std::size_t start = 0;
    for (const CodePointRange& range : measured_ranges) {
        if (code_point >= range.first && code_point <= range.last) {
            const unsigned short width = widths[start + (code_point - range.first)];
            return width == 0 ? fallback_width : width;
        }
        start += range.last - range.first + 1;
    }
    return fallback_width;
}

/// Signs of notes and statuses, dashes, per cent: `*`, `°`, `ᵘ`, `²`, `–`, `%`.
bool is_sign(char32_t c) {
    if (c < 0x80) return c == '*' || c == '%' || c == '+' || c == '-';
    const bool is_superscript =
        (c >= 0xB0 && c <= 0xB9) || (c >= 0x2B0 && c <= 0x2FF) || (c >= 0x1D2C && c <= 0x1DBF);
    return is_superscript || (c >= 0x2010 && c <= 0x2027) || (c >= 0x2070 && c <= 0x209C);
}

/// A word of signs alone, or an empty one, belongs to the word before it.
bool is_sign_word(std::string_view text) {
    for (std::size_t next = 0; next < text.size();) {
        const char32_t c = next_code_point(text, next);
        if (c == ' ') break;
        if (!is_sign(c)) return false;
    }
    return true;
}

/// Where a line may end: the offsets behind each space or hyphen, and the end. No line begins with a sign
/// that says something of what stands before it.
std::vector<std::size_t> break_places(std::string_view text) {
    std::vector<std::size_t> places;
    for (std::size_t i = 1; i < text.size(); ++i) {
        const char before = text[i - 1];
        const bool ends_word = before == ' ' && !is_sign_word(text.substr(i));
        if (ends_word || (before == '-' && i >= 2 && text[i - 2] != ' ')) places.push_back(i);
    }
    places.push_back(text.size());
    return places;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    return text;
}

/// The longest start of whole characters that is no wider than `width`.
std::string_view longest_start(std::string_view text, double width, TextStyle style) {
    double used = 0;
    std::size_t end = 0;
    for (std::size_t next = 0; next < text.size(); end = next) {
        used += advance(next_code_point(text, next), style) * font_size(style) / 1000;
        if (used > width + tolerance) break;
    }
    return text.substr(0, end);
}

}  // namespace

double font_size(TextStyle style) {
    switch (style) {
        case TextStyle::label:
        case TextStyle::strong:
            return 14;
        case TextStyle::small:
            return 12.5;
        case TextStyle::heading:
            return 16;
    }
    return 14;
}

std::string_view class_of(TextStyle style) {
    switch (style) {
        case TextStyle::label:
            return "label";
        case TextStyle::strong:
            return "strong";
        case TextStyle::small:
            return "small";
        case TextStyle::heading:
            return "heading";
    }
    return "label";
}

double line_height(TextStyle style) {
    return font_size(style) * 1.25;
}
double ascent(TextStyle style) {
    return font_size(style) * 0.8;
}
double descent(TextStyle style) {
    return font_size(style) * 0.24;
}

double text_width(std::string_view text, TextStyle style) {
    double thousandths = 0;
    for (std::size_t next = 0; next < text.size();)
        thousandths += advance(next_code_point(text, next), style);
    return thousandths * font_size(style) / 1000;
}

std::string shorten(std::string_view text, double width, TextStyle style) {
    text = trimmed(text);
    if (text_width(text, style) <= width + tolerance) return std::string(text);
    const std::string_view start = trimmed(longest_start(text, width - text_width("…", style), style));
    return start.empty() ? std::string() : std::string(start) + "…";
}

std::vector<std::string> wrap(std::string_view text, double width, TextStyle style, std::size_t max_lines) {
    std::vector<std::string> lines;
    text = trimmed(text);
    while (!text.empty() && lines.size() < max_lines) {
        std::size_t end = 0;
        for (const std::size_t place : break_places(text)) {
            if (text_width(trimmed(text.substr(0, place)), style) > width + tolerance) break;
            end = place;
        }
        const bool is_last = lines.size() + 1 == max_lines;
        if (end == text.size() || (end != 0 && !is_last)) {
            lines.emplace_back(trimmed(text.substr(0, end)));
            text = trimmed(text.substr(end));
        } else if (is_last) {
            lines.push_back(shorten(text, width, style));
            text = {};
        } else {  // one word wider than the line
            const std::size_t word_end = break_places(text).front();
            lines.push_back(shorten(text.substr(0, word_end), width, style));
            text = trimmed(text.substr(word_end));
        }
    }
    return lines;
}

bool fits(std::string_view text, double width, TextStyle style, std::size_t max_lines) {
    const auto letters = [](std::string_view in) {
        return in.size() - static_cast<std::size_t>(std::count(in.begin(), in.end(), ' '));
    };
    std::size_t shown = 0;
    for (const std::string& line : wrap(text, width, style, max_lines)) {
        if (line.ends_with("…") && !text.ends_with("…")) return false;
        shown += letters(line);
    }
    return shown == letters(text);
}

}  // namespace regioscope::chart
