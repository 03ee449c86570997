#include "analysis/print/extract.h"

#include <algorithm>

#include "base/utf8.h"
#include "locale/letters.h"

namespace regioscope::analysis {

namespace {

constexpr char32_t minus_sign = U'−';

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

bool is_separator(char32_t c) {
    return c == U'.' || c == U',';
}

std::u32string decoded(std::string_view text) {
    std::u32string out;
    for (std::size_t offset = 0; offset < text.size();)
        out += next_code_point(text, offset);
    return out;
}

std::string encoded(std::u32string_view text) {
    std::string out;
    for (const char32_t c : text)
        append_utf8(out, c);
    return out;
}

/// `1.920` and `1920` alike; `1,5` as `1.5`. Three digits behind a mark are thousands, in any language.
std::string normal_number(std::u32string_view written) {
    std::string out;
    for (std::size_t i = 0; i < written.size(); ++i) {
        if (!is_separator(written[i])) {
            append_utf8(out, written[i]);
            continue;
        }
        std::size_t end = i + 1;
        while (end < written.size() && is_digit(written[end]))
            ++end;
        const bool marks_thousands = end - i - 1 == 3;
        if (!marks_thousands) out += '.';
    }
    return out;
}

/// Where the number that begins at `at` ends: digits, with a mark only between digits.
std::size_t end_of_number(std::u32string_view text, std::size_t at) {
    while (at < text.size()) {
        const bool is_inner_mark = is_separator(text[at]) && at + 1 < text.size() && is_digit(text[at + 1]);
        if (!is_digit(text[at]) && !is_inner_mark) break;
        ++at;
    }
    return at;
}

/// Is the sign before `at` a minus, and not the dash of `2006-2015`?
bool has_minus(std::u32string_view text, std::size_t at) {
    if (at == 0 || (text[at - 1] != U'-' && text[at - 1] != minus_sign)) return false;
    return at == 1 || text[at - 2] == U' ' || text[at - 2] == U'\n' || text[at - 2] == U'(';
}

}  // namespace

std::vector<Extract::Token> Extract::tokens_of(std::string_view utf8) {
    const std::u32string text = locale::lowered(decoded(utf8));
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        if (is_digit(text[at])) {
            end = end_of_number(text, at);
            const std::u32string_view digits = std::u32string_view(text).substr(at, end - at);
            const bool is_glued = at > 0 && (locale::is_letter(text[at - 1]) || text[at - 1] == U')' ||
                                             text[at - 1] == U'.' || text[at - 1] == U',');
            const std::string sign = has_minus(text, at) ? "-" : "";
            tokens.push_back({sign + normal_number(digits), sign + encoded(digits), true, is_glued, at});
        } else if (locale::is_letter(text[at])) {
            while (end < text.size() && locale::is_letter(text[end]))
                ++end;
            tokens.push_back({encoded(std::u32string_view(text).substr(at, end - at)), {}, false, false, at});
        }
        at = end;
    }
    return tokens;
}

std::vector<Extract::Stretch> Extract::find(std::string_view words, Stretch range) const {
    const std::vector<Token> wanted = tokens_of(words);
    std::vector<Stretch> found;
    if (wanted.empty()) return found;
    for (std::size_t first = range.first; first < range.last; ++first) {
        std::size_t at = first;
        std::size_t matched = 0;
        while (at < range.last && matched < wanted.size()) {
            if (tokens_[at].text == wanted[matched].text)
                ++matched;
            else if (matched == 0 || !tokens_[at].is_glued)
                break;
            ++at;
        }
        if (matched == wanted.size()) found.push_back({first, at});
    }
    return found;
}

Extract::Stretch Extract::around(Stretch stretch, std::size_t characters) const {
    if (stretch.first >= tokens_.size()) return stretch;
    const std::size_t begin = tokens_[stretch.first].at;
    const std::size_t end = tokens_[stretch.last - 1].at;
    const auto is_before = [](const Token& token, std::size_t at) { return token.at < at; };
    const auto first = std::lower_bound(tokens_.begin(), tokens_.end(),
                                        begin > characters ? begin - characters : 0, is_before);
    const auto last = std::lower_bound(tokens_.begin(), tokens_.end(), end + characters + 1, is_before);
    return {static_cast<std::size_t>(first - tokens_.begin()),
            static_cast<std::size_t>(last - tokens_.begin())};
}

}  // namespace regioscope::analysis
