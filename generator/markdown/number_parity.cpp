#include "markdown/number_parity.h"

#include <fmt/format.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "markdown/numbers.h"
#include "markdown/prose.h"

namespace regioscope::markdown {

namespace {

using Places = std::map<std::string, std::vector<Span>>;

/// Every figure and every year by its digits.
Places numbers_in(const WrittenIn& text, const std::vector<std::string>& exceptions) {
    Places places;
    for_each_prose(text.document, [&](const Prose& prose) {
        const std::vector<Stretch> names = find_exceptions(prose.text, exceptions);
        const auto take = [&](const std::vector<FoundNumber>& found) {
            for (const FoundNumber& number : found) {
                if (overlap(names, {number.begin, number.end})) continue;
                const auto written =
                    std::u32string_view(prose.text).substr(number.begin, number.end - number.begin);
                const Span place = join(prose.places[number.begin], prose.places[number.end - 1]);
                for (std::string& digits : digits_of(written, text.words.decimal_sign))
                    places[std::move(digits)].push_back(place);
            }
        };
        take(find_figures(prose.text, prose.is_heading() ? Surroundings::heading : Surroundings::sentence,
                          text.words));
        take(find_years(prose.text, text.words));
    });
    return places;
}

std::size_t count(const Places& places, const std::string& digits) {
    const auto found = places.find(digits);
    return found == places.end() ? 0 : found->second.size();
}

Span start_of(const Document& document) {
    const Span whole = document.span();
    return {whole.source, whole.begin, whole.begin};
}

}  // namespace

void compare_numbers(const WrittenIn& original, const WrittenIn& other,
                     const std::vector<std::string>& exceptions, Findings& findings) {
    const Places originals = numbers_in(original, exceptions);
    const Places others = numbers_in(other, exceptions);
    for (const auto& [digits, spans] : originals) {
        for (std::size_t i = count(others, digits); i < spans.size(); ++i) {
            findings
                .error("language-parity", start_of(other.document),
                       fmt::format("the number '{}' is missing in this text", spans[i].text()))
                .note("it stands here", spans[i]);
        }
    }
    for (const auto& [digits, spans] : others) {
        for (std::size_t i = count(originals, digits); i < spans.size(); ++i) {
            findings
                .error("language-parity", spans[i],
                       fmt::format("the number '{}' has no counterpart", spans[i].text()))
                .note("it is missing in this text", start_of(original.document));
        }
    }
}

}  // namespace regioscope::markdown
