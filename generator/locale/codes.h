// Codes of three letters for languages and countries, as the EU's lists of words have them.
#pragma once

#include <string>
#include <string_view>

namespace regioscope::locale {

/// `nl`, `fr-BE` → `NLD`, `FRA`; empty when there is none.
std::string language_code(std::string_view tag);
/// `nl`, `en-GB` → `nl_NL`, `en_GB`: with the country where most of its readers live, where it names none.
std::string territorial_name(std::string_view tag);
/// `nl` → `NLD`; empty when there is none.
std::string country_code(std::string_view country);

}  // namespace regioscope::locale
