#include "markdown/lint.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "locale/letters.h"
#include "markdown/numbers.h"
#include "markdown/prose.h"

namespace regioscope::markdown {

namespace {

/// Is it the unit of a bound value, as `million` behind {{ value(…) }}?
bool is_unit_of_value(std::u32string_view text, Stretch word, const locale::ProseWords& words) {
    return word.first >= 2 && text[word.first - 1] == U' ' && text[word.first - 2] == opaque &&
           words.units.contain(locale::lowered(text.substr(word.first, word.second - word.first)));
}

/// Figures in words: `zeven`, `tweehonderd vijftig`. Those of a claim are held to its condition, those of a
/// link's words are the name of what it leads to; the `million` of `5 million` belongs to that figure.
std::vector<Stretch> find_spelled(const Prose& prose, const std::vector<FoundNumber>& figures,
                                  const locale::ProseWords& words) {
    const std::vector<Stretch> no_numbers = find_phrases(prose.text, words.no_numbers);
    std::vector<Stretch> in_digits;
    for (const FoundNumber& figure : figures)
        in_digits.emplace_back(figure.begin, figure.end);
    const auto is_taken = [&](Stretch number) {
        return overlap(no_numbers, number) || overlap(in_digits, number) || overlap(prose.claims, number) ||
               overlap(prose.names, number);
    };
    std::vector<Stretch> found;
    for (const Stretch& number : find_phrases(prose.text, words.numbers)) {
        if (is_taken(number)) continue;
        if (is_unit_of_value(prose.text, number, words)) continue;
        if (!found.empty() && number.first == found.back().second + 1 &&
            prose.text[found.back().second] == U' ')
            found.back().second = number.second;
        else
            found.push_back(number);
    }
    return found;
}

class BareNumbers {
  public:
    BareNumbers(const Prose& prose, const locale::ProseWords& words,
                const std::vector<std::string>& exceptions)
        : prose_(prose),
          names_(find_exceptions(prose.text, exceptions)),
          sentences_(sentences(prose, words)) {}

    /// Nothing that bears the number out stands in its sentence or around it.
    bool is_bare(Stretch number) const {
        const auto name = std::partition_point(
            names_.begin(), names_.end(), [&](const Stretch& one) { return one.second < number.second; });
        const bool is_name = name != names_.end() && name->first <= number.first;
        return !is_name && !overlap(prose_.waivers, number) && !is_cited(number);
    }

    void report(Stretch number, std::string_view code, std::string_view binding, Findings& findings) const {
        const Span place = join(prose_.places[number.first], prose_.places[number.second - 1]);
        findings.warning(code, place,
                         fmt::format("the number '{0}' has no source: bind it with {{{{ {1} }}}}, cite it "
                                     "with [@source], or waive it: [{0}](waive: \"why\")",
                                     place.text(), binding));
    }

  private:
    bool is_cited(Stretch number) const {
        const auto sentence =
            std::upper_bound(sentences_.begin(), sentences_.end(), number.first,
                             [](std::size_t place, const Stretch& one) { return place < one.second; });
        return sentence != sentences_.end() && hold(prose_.citations, *sentence);
    }

    const Prose& prose_;
    std::vector<Stretch> names_;
    std::vector<Stretch> sentences_;
};

}  // namespace

void find_bare_numbers(const Document& document, const locale::ProseWords& words,
                       const std::vector<std::string>& exceptions, Findings& findings) {
    for_each_prose(document, [&](const Prose& prose) {
        const auto figures = find_figures(
            prose.text, prose.is_heading() ? Surroundings::heading : Surroundings::sentence, words);
        const auto spelled = find_spelled(prose, figures, words);
        if (figures.empty() && spelled.empty()) return;
        const BareNumbers numbers(prose, words, exceptions);
        for (const FoundNumber& figure : figures) {
            if (numbers.is_bare({figure.begin, figure.end}))
                numbers.report({figure.begin, figure.end}, "bare-number", "value(…)", findings);
        }
        for (const Stretch& number : spelled) {
            if (!numbers.is_bare(number)) continue;
            numbers.report(number, "bare-number-word", "value(…, spelled=true)", findings);
            findings.all().back().severity = Severity::note;
        }
    });
}

}  // namespace regioscope::markdown
