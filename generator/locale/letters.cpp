#include "locale/letters.h"

#include <unicode/uchar.h>

namespace regioscope::locale {

bool is_letter(char32_t c) {
    return u_isalpha(static_cast<UChar32>(c)) != 0;
}

bool is_small(char32_t c) {
    return u_islower(static_cast<UChar32>(c)) != 0;
}

std::u32string lowered(std::u32string_view text) {
    std::u32string out(text);
    for (char32_t& c : out)
        c = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
    return out;
}

}  // namespace regioscope::locale
