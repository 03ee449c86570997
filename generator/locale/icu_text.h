// Between our UTF-8 and ICU's UTF-16. Private to the room.
#pragma once

#include <unicode/unistr.h>

#include <string>
#include <string_view>

namespace regioscope::locale {

inline constexpr std::string_view no_break_space = "\xC2\xA0";

inline icu::UnicodeString to_icu(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

inline std::string from_icu(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

}  // namespace regioscope::locale
