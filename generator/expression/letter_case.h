// Upper and lower case without a language: Latin letters with and without marks (U+0000 to U+017F), which is
// what Dutch, German and English need. Other scripts are left as they are; what depends on a language is the
// locale room's.
#pragma once

#include <string>
#include <string_view>

namespace regioscope::expression {

/// `ß` becomes `SS`.
std::string upper_case(std::string_view text);
std::string lower_case(std::string_view text);
/// The first letter in upper case, the rest in lower case.
std::string capitalized(std::string_view text);
/// Every word capitalized; words begin after white space, hyphens and opening brackets.
std::string title_case(std::string_view text);

/// Are there letters, and all of them in that case?
bool is_upper_case(std::string_view text);
bool is_lower_case(std::string_view text);

/// Unicode's White_Space.
bool is_white_space(char32_t code_point);

}  // namespace regioscope::expression
