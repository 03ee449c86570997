#include "escape/csv.h"

#include <algorithm>

#include "escape/scan.h"

namespace regioscope::escape {

namespace {

/// Digits and what stands between and behind them; at most a sign in front.
bool is_number_or_sign(std::string_view text) {
    const std::size_t sign = text.empty() || (text.front() != '+' && text.front() != '-') ? 0 : 1;
    return text.find_first_not_of("0123456789.,% ", sign) == std::string_view::npos;
}

/// As figures are written: `-5..-3`, `-5..`.
bool is_range(std::string_view text) {
    const std::size_t dots = text.find("..");
    return dots != std::string_view::npos && is_number_or_sign(text.substr(0, dots)) &&
           is_number_or_sign(text.substr(dots + 2));
}

/// Would a spreadsheet run it?
bool looks_like_formula(std::string_view text) {
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos) return false;
    const char first = text[start];
    if (first == '=' || first == '@') return true;
    if (first != '+' && first != '-') return false;
    return !is_number_or_sign(text.substr(start)) && !is_range(text.substr(start));
}

/// Where semicolons, tabs or lines begin cells, what stands behind them is a cell of its own, quotes or not.
std::string with_parts_defused(std::string_view text) {
    std::string out;
    bool is_begun = false;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find_first_of(";\t\r\n", begin), text.size());
        const std::string_view part = text.substr(begin, end - begin);
        // Quotes in front are taken for those of the cell.
        const std::string_view bare = part.substr(std::min(part.find_first_not_of(" \""), part.size()));
        if (is_begun && looks_like_formula(bare)) out += '\'';
        is_begun = is_begun || part.find_first_not_of(' ') != std::string_view::npos;
        out += text.substr(begin, end + 1 - begin);
        begin = end + 1;
    }
    return out;
}

bool needs_quotes(std::string_view text) {
    if (text.empty()) return false;
    return text.find_first_of(",\"\r\n") != std::string_view::npos || text.front() == ' ' ||
           text.back() == ' ';
}

}  // namespace

void append_csv_field(std::string& out, std::string_view text) {
    static constexpr ByteTable attention = [] {
        ByteTable table = attention_to("\"");
        for (std::size_t control = 1; control < 0x20; ++control)
            table[control] = false;
        return table;
    }();
    std::string defused;
    if (text.find_first_of(";\t\r\n") != std::string_view::npos &&
        text.find_first_of("=@+-") != std::string_view::npos)
        text = defused = with_parts_defused(text);
    const bool quoted = needs_quotes(text);
    if (quoted) out += '"';
    if (looks_like_formula(text)) out += '\'';
    append_scanned(out, text, attention, [](std::string& to, char32_t c, std::string_view bytes) {
        if (c == '"')
            to += "\"\"";
        else if (c == 0)
            append_utf8(to, replacement_character);
        else
            to += bytes;
    });
    if (quoted) out += '"';
}

Csv& Csv::field(std::string_view text) {
    if (is_row_begun_) text_ += ',';
    is_row_begun_ = true;
    append_csv_field(text_, text);
    return *this;
}

void Csv::end_row() {
    text_ += "\r\n";
    is_row_begun_ = false;
}

void Csv::row(std::initializer_list<std::string_view> fields) {
    for (const std::string_view one : fields)
        field(one);
    end_row();
}

}  // namespace regioscope::escape
