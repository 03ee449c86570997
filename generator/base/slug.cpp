#include "base/slug.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"

namespace regioscope {

namespace {

constexpr std::size_t longest_slug = 100;

/// Latin-1 letters with marks, as written in the languages of reports so far; others become hyphens.
constexpr std::array folded = {
    std::pair{U'à', "a"}, std::pair{U'á', "a"},  std::pair{U'â', "a"},  std::pair{U'ã', "a"},
    std::pair{U'ä', "a"}, std::pair{U'å', "a"},  std::pair{U'æ', "ae"}, std::pair{U'ç', "c"},
    std::pair{U'è', "e"}, std::pair{U'é', "e"},  std::pair{U'ê', "e"},  std::pair{U'ë', "e"},
    std::pair{U'ì', "i"}, std::pair{U'í', "i"},  std::pair{U'î', "i"},  std::pair{U'ï', "i"},
    std::pair{U'ñ', "n"}, std::pair{U'ò', "o"},  std::pair{U'ó', "o"},  std::pair{U'ô', "o"},
    std::pair{U'õ', "o"}, std::pair{U'ö', "o"},  std::pair{U'ø', "o"},  std::pair{U'ù', "u"},
    std::pair{U'ú', "u"}, std::pair{U'û', "u"},  std::pair{U'ü', "u"},  std::pair{U'ý', "y"},
    std::pair{U'ÿ', "y"}, std::pair{U'ß', "ss"}, std::pair{U'œ', "oe"}, std::pair{U'Œ', "oe"}};

bool is_slug_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

}  // namespace

bool is_slug(std::string_view text) {
    if (text.empty() || text.size() > longest_slug || text.front() == '-' || text.back() == '-') return false;
    if (text.find("--") != std::string_view::npos) return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return is_slug_character(c) || c == '-'; });
}

std::string slug_of(std::string_view text) {
    std::string out;
    for (std::size_t offset = 0; offset < text.size();) {
        char32_t c = next_code_point(text, offset);
        const bool upper = (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
        if (upper) c += 0x20;
        if (c < 0x80 && is_slug_character(static_cast<char>(c))) {
            out += static_cast<char>(c);
            continue;
        }
        const auto* const found =
            std::find_if(folded.begin(), folded.end(), [&](const auto& pair) { return pair.first == c; });
        if (found != folded.end()) {
            out += found->second;
        } else if (c != U'\'' && c != U'’' && !out.empty() && out.back() != '-') {
            out += '-';
        }
    }
    out.resize(std::min(out.size(), longest_slug));
    while (out.ends_with('-'))
        out.pop_back();
    return out;
}

}  // namespace regioscope
