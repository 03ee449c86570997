// What is a letter, in any script.
#pragma once

#include <string>
#include <string_view>

namespace regioscope::locale {

bool is_letter(char32_t c);
/// Not a capital, in scripts that have both.
bool is_small(char32_t c);
/// Letter by letter, so that places stay the same.
std::u32string lowered(std::u32string_view text);

}  // namespace regioscope::locale
