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

std::string territorial_name(std::string_view tag) {
    icu::Locale locale(std::string(tag).c_str());
    UErrorCode status = U_ZERO_ERROR;
    locale.addLikelySubtags(status);
    const std::string language = locale.getLanguage();
    const std::string country = locale.getCountry();
    return country.empty() ? language : language + "_" + country;
}

std::string country_code(std::string_view country) {
    return capitals(icu::Locale("", capitals(std::string(country)).c_str()).getISO3Country());
}

}  // namespace regioscope::locale
