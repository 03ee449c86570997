// Codes of three letters for languages and countries, as the EU's lists of words have them.
#pragma once

#include <string>
#include <string_view>

namespace regioscope::locale {

/// `nl`, `fr-BE` → `NLD`, `FRA`; empty when there is none.
std::string language_code(std::string_view tag);
/// `nl` → `NLD`; empty when there is none.
std::string country_code(std::string_view country);

}  // namespace regioscope::locale
