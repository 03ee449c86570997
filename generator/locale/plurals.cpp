#include "locale/plurals.h"

#include <algorithm>

#include "locale/icu_text.h"

namespace regioscope::locale {

namespace {

/// No report shows more, and no language's rules look further.
constexpr int most_decimals = 9;

std::unique_ptr<icu::PluralRules> rules(const icu::Locale& language, UPluralType type) {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::PluralRules>(icu::PluralRules::forLocale(language, type, status));
}

}  // namespace

Plurals::Plurals(const icu::Locale& language)
    : cardinal_(rules(language, UPLURAL_TYPE_CARDINAL)), ordinal_(rules(language, UPLURAL_TYPE_ORDINAL)) {
    for (int decimals = 0; decimals <= most_decimals; ++decimals) {
        by_decimals_.push_back(icu::number::NumberFormatter::withLocale(language).precision(
            icu::number::Precision::fixedFraction(decimals)));
    }
}

std::string Plurals::keyword(Kind kind, const Decimal& number) const {
    const icu::PluralRules* chosen = kind == Kind::cardinal ? cardinal_.get() : ordinal_.get();
    if (chosen == nullptr) return "other";
    const auto integer = number.decimals() == 0 ? number.to_integer() : std::nullopt;
    if (integer && *integer >= INT32_MIN && *integer <= INT32_MAX)
        return from_icu(chosen->select(static_cast<std::int32_t>(*integer)));

    UErrorCode status = U_ZERO_ERROR;
    const int decimals = std::min(number.decimals(), most_decimals);
    const auto& formatter = by_decimals_[static_cast<std::size_t>(decimals)];
    const auto formatted = formatter.formatDecimal(number.text(), status);
    const std::string keyword = from_icu(chosen->select(formatted, status));
    return U_SUCCESS(status) ? keyword : "other";
}

}  // namespace regioscope::locale
