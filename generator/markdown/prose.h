// A block's sentences as a row of characters, each of which knows where it stands: for checks of language.
// Private to the room.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "locale/prose_words.h"
#include "markdown/document.h"

namespace regioscope::markdown {

/// Stands for what is no words: a bound value, code, a picture, a waived number.
inline constexpr char32_t opaque = 0xFFFC;

struct Prose {
    std::u32string text;
    /// One per character.
    std::vector<Span> places;
    /// Offsets of opaque characters that are citations.
    std::vector<std::size_t> citations;
    bool is_heading = false;
};

/// Everything that reads as a run of sentences, footnotes at the end.
void for_each_prose(const Document& document, const std::function<void(const Prose&)>& visit);

/// [begin, end) of the sentences; a citation behind a full stop belongs to the sentence before.
std::vector<std::pair<std::size_t, std::size_t>> sentences(const Prose& prose,
                                                           const locale::ProseWords& words);

}  // namespace regioscope::markdown
