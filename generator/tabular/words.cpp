#include "tabular/words.h"

#include <algorithm>
#include <regex>

#include "base/utf8.h"

namespace regioscope::tabular {

std::string folded(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        const bool is_space = c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0xA0 ||
                              c == 0x202F || c == 0x2009 || c == 0xFEFF;
        if (is_space) {
            if (!out.empty() && out.back() != ' ') out += ' ';
        } else if (!is_unprintable(c)) {
            append_utf8(out, c);
        }
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

std::string plain(std::string_view text) {
    const std::string words = folded(text);
    std::string out;
    for (std::size_t at = 0; at < words.size();) {
        char32_t c = next_code_point(words, at);
        if ((c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7)) c += 0x20;
        if (c == U'’' || c == U'‘') c = U'\'';
        append_utf8(out, c);
    }
    return out;
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    const std::string letters = plain(text);
    return std::find(words.begin(), words.end(), letters) != words.end();
}

bool is_sum_word(std::string_view text) {
    return is_one_of(text, {"insgesamt", "zusammen", "summe", "zwischensumme", "gesamt", "totaal",
                            "subtotaal", "total", "subtotal", "sum", "sub-total"});
}

bool is_unit(std::string_view part) {
    static const std::regex units(
        R"((in |per |x |× )?(%|percent|procent|prozent|proc\.?|pct|aantal|anzahl|number|absoluut|absolut|personen|persons|euro|eur|€|)"
        R"(1[ .,]?000( euro| eur| personen| personen)?|tsd\.?|duizend|tausend|thousands?|mln\.?|mio\.?|miljoen|millionen|million)( euro| eur| €)?)");
    constexpr std::size_t longest = 40;
    const std::string letters = plain(part);
    return letters.size() < longest && std::regex_match(letters, units);
}

}  // namespace regioscope::tabular
