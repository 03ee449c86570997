#include "locale/codes.h"

#include <unicode/locid.h>

#include <algorithm>

namespace regioscope::locale {

namespace {

std::string capitals(std::string code) {
    std::transform(code.begin(), code.end(), code.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return code;
}

}  // namespace

std::string language_code(std::string_view tag) {
    return capitals(icu::Locale(std::string(tag).c_str()).getISO3Language());
}

std::string country_code(std::string_view country) {
    return capitals(icu::Locale("", capitals(std::string(country)).c_str()).getISO3Country());
}

}  // namespace regioscope::locale
