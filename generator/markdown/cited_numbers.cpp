#include "markdown/cited_numbers.h"

#include <algorithm>

#include "markdown/numbers.h"
#include "markdown/prose.h"

namespace regioscope::markdown {

namespace {

std::vector<const Reference*> references_in(const Prose& prose, Stretch sentence) {
    std::vector<const Reference*> references;
    const auto first = std::lower_bound(prose.citations.begin(), prose.citations.end(), sentence.first);
    for (auto i = static_cast<std::size_t>(first - prose.citations.begin());
         i < prose.citations.size() && prose.citations[i] < sentence.second; ++i) {
        references.insert(references.end(), prose.references[i].begin(), prose.references[i].end());
    }
    return references;
}

}  // namespace

std::vector<CitedNumber> find_cited_numbers(const Document& document, const locale::ProseWords& words) {
    std::vector<CitedNumber> found;
    for_each_prose(document, [&](const Prose& prose) {
        if (prose.citations.empty()) return;
        std::vector<FoundNumber> numbers = find_figures(
            prose.text, prose.is_heading() ? Surroundings::heading : Surroundings::sentence, words);
        const std::vector<FoundNumber> years = find_years(prose.text, words);
        numbers.insert(numbers.end(), years.begin(), years.end());
        std::sort(numbers.begin(), numbers.end(),
                  [](const FoundNumber& a, const FoundNumber& b) { return a.begin < b.begin; });
        for (const Stretch& sentence : sentences(prose, words)) {
            const std::vector<const Reference*> references = references_in(prose, sentence);
            if (references.empty()) continue;
            auto in_sentence = std::partition_point(
                numbers.begin(), numbers.end(),
                [&](const FoundNumber& number) { return number.begin < sentence.first; });
            for (; in_sentence != numbers.end() && in_sentence->begin < sentence.second; ++in_sentence) {
                const FoundNumber& number = *in_sentence;
                const Stretch stretch{number.begin, number.end};
                if (overlap(prose.waivers, stretch) || overlap(prose.claims, stretch)) continue;
                const Span place = join(prose.places[number.begin], prose.places[number.end - 1]);
                const auto written =
                    std::u32string_view(prose.text).substr(number.begin, number.end - number.begin);
                for (std::string& digits : digits_of(written, words.decimal_sign))
                    found.push_back({std::move(digits), place, references});
            }
        }
    });
    return found;
}

}  // namespace regioscope::markdown
