#include "markdown/lint.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "markdown/numbers.h"
#include "markdown/prose.h"

namespace regioscope::markdown {

namespace {

using Stretch = std::pair<std::size_t, std::size_t>;

std::u32string decoded(std::string_view text) {
    std::u32string out;
    for (std::size_t i = 0; i < text.size();)
        out += next_code_point(text, i);
    return out;
}

/// Where phrases stand whose numbers are names.
std::vector<Stretch> find_phrases(std::u32string_view text, const std::vector<std::u32string>& phrases) {
    std::vector<Stretch> found;
    for (const std::u32string& phrase : phrases)
        for (std::size_t at = text.find(phrase); !phrase.empty() && at != std::u32string_view::npos;
             at = text.find(phrase, at + phrase.size()))
            found.emplace_back(at, at + phrase.size());
    return found;
}

/// Does a citation stand in the sentence of the number?
bool is_cited(const Prose& prose, const std::vector<Stretch>& all_sentences, const FoundNumber& number) {
    auto sentence =
        std::upper_bound(all_sentences.begin(), all_sentences.end(), number.begin,
                         [](std::size_t place, const Stretch& one) { return place < one.second; });
    if (sentence == all_sentences.end()) return false;
    const auto citation = std::lower_bound(prose.citations.begin(), prose.citations.end(), sentence->first);
    return citation != prose.citations.end() && *citation < sentence->second;
}

}  // namespace

void find_bare_numbers(const Document& document, const locale::ProseWords& words,
                       const std::vector<std::string>& exceptions, Findings& findings) {
    std::vector<std::u32string> phrases;
    for (const std::string& exception : exceptions)
        phrases.push_back(decoded(exception));

    for_each_prose(document, [&](const Prose& prose) {
        const auto numbers = find_figures(
            prose.text, prose.is_heading ? Surroundings::heading : Surroundings::sentence, words);
        if (numbers.empty()) return;
        const auto named = find_phrases(prose.text, phrases);
        const auto all_sentences = sentences(prose, words);
        for (const FoundNumber& number : numbers) {
            const bool is_named = std::any_of(named.begin(), named.end(), [&](const Stretch& phrase) {
                return phrase.first <= number.begin && number.end <= phrase.second;
            });
            if (is_named || is_cited(prose, all_sentences, number)) continue;
            const Span place = join(prose.places[number.begin], prose.places[number.end - 1]);
            findings.warning("bare-number", place,
                             fmt::format("the number '{0}' has no source: bind it with {{{{ value(…) }}}}, "
                                         "cite it with [@source], or waive it: [{0}](waive: \"why\")",
                                         place.text()));
        }
    });
}

}  // namespace regioscope::markdown
