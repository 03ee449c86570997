// Gathers the words of a language's prose. Private to the room.
#pragma once

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <string>

#include "locale/catalogue.h"
#include "locale/number_shape.h"
#include "locale/prose_words.h"

namespace regioscope::locale {

/// From ICU, and from the language's own messages: another language's words would not do.
ProseWords read_prose_words(const Catalogue& catalogue, const icu::Locale& language,
                            const NumberShape& numbers);

/// A number in words as ICU writes it, without the places where it could be broken.
std::string spelled_text(const icu::UnicodeString& text);

}  // namespace regioscope::locale
