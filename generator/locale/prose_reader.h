// Gathers the words of a language's prose. Private to the room.
#pragma once

#include <unicode/locid.h>

#include "locale/catalogue.h"
#include "locale/number_shape.h"
#include "locale/prose_words.h"

namespace regioscope::locale {

/// From ICU, and from the language's own messages: another language's words would not do.
ProseWords read_prose_words(const Catalogue& catalogue, const icu::Locale& language,
                            const NumberShape& numbers);

}  // namespace regioscope::locale
