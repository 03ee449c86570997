#include "markdown/cited_numbers.h"

#include "markdown/numbers.h"
#include "markdown/prose.h"

namespace regioscope::markdown {

namespace {

std::vector<const Reference*> references_in(const Prose& prose, Stretch sentence) {
    std::vector<const Reference*> references;
    for (std::size_t i = 0; i < prose.citations.size(); ++i) {
        if (!hold({prose.citations[i]}, sentence)) continue;
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
        for (const Stretch& sentence : sentences(prose, words)) {
            const std::vector<const Reference*> references = references_in(prose, sentence);
            if (references.empty()) continue;
            for (const FoundNumber& number : numbers) {
                const Stretch stretch{number.begin, number.end};
                const bool is_in_sentence = overlap({sentence}, stretch);
                if (!is_in_sentence || overlap(prose.waivers, stretch) || overlap(prose.claims, stretch))
                    continue;
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
