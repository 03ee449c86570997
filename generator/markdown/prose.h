// A block's sentences as a row of characters, each of which knows where it stands: for checks of language.
// Private to the room.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "locale/prose_words.h"
#include "markdown/document.h"

namespace regioscope::markdown {

/// Stands for what is no words: a bound value, code, a picture, a citation.
inline constexpr char32_t opaque = 0xFFFC;

/// [begin, end) of a run of characters.
using Stretch = std::pair<std::size_t, std::size_t>;

struct Prose {
    enum class Kind { sentences, heading, head_of_table };

    std::u32string text;
    /// One per character.
    std::vector<Span> places;
    /// Offsets of opaque characters that are citations.
    std::vector<std::size_t> citations;
    /// What each of them refers to.
    std::vector<std::vector<const Reference*>> references;
    /// Offsets of opaque characters that are bound values which compare: `{{ compare(…) }}`.
    std::vector<std::size_t> comparisons;
    /// Words of links to claims.
    std::vector<Stretch> claims;
    std::vector<Stretch> waivers;
    /// Words of links to pages, which they name.
    std::vector<Stretch> names;
    Kind kind = Kind::sentences;
    /// It is said only if a condition holds.
    bool is_conditional = false;

    bool is_heading() const { return kind == Kind::heading; }
};

/// Everything that reads as a run of sentences, footnotes at the end.
void for_each_prose(const Document& document, const std::function<void(const Prose&)>& visit);

/// [begin, end) of the sentences; a citation behind a full stop belongs to the sentence before.
std::vector<Stretch> sentences(const Prose& prose, const locale::ProseWords& words);

/// The stretches stand in order, and none reaches into the next.
bool overlap(const std::vector<Stretch>& stretches, Stretch one);
/// Does one of the offsets lie in it? They stand in order.
bool hold(const std::vector<std::size_t>& offsets, Stretch one);

/// Where phrases of a list stand, longer ones first; nothing that is part of a longer word.
std::vector<Stretch> find_phrases(std::u32string_view text, const locale::Phrases& phrases);

/// Where phrases stand whose numbers are names ("Industrie 4.0"), to the letter: `number_exceptions` in
/// site/report.json. In order; what overlaps is one.
std::vector<Stretch> find_exceptions(std::u32string_view text, const std::vector<std::string>& exceptions);

}  // namespace regioscope::markdown
