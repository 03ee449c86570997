#include "report/cited_in_print.h"

#include <fmt/format.h>

#include <algorithm>

#include "markdown/cited_numbers.h"

namespace regioscope::report {

namespace {

using analysis::Extract;

/// How far from where a section's label stands, in characters: a long section.
constexpr std::size_t reach_of_section = 9000;

bool has_number(const Extract& extract, Extract::Stretch range, const std::string& digits) {
    return std::any_of(extract.tokens().begin() + static_cast<std::ptrdiff_t>(range.first),
                       extract.tokens().begin() + static_cast<std::ptrdiff_t>(range.last),
                       [&](const Extract::Token& token) { return token.is_number && token.text == digits; });
}

class CitedInPrint {
  public:
    CitedInPrint(const Project& project, const analysis::Print& print, Findings& findings)
        : dataset_(project.dataset), print_(print), findings_(findings) {}

    void check(const markdown::Document& document, const locale::ProseWords& words) {
        for (const markdown::CitedNumber& number : markdown::find_cited_numbers(document, words)) {
            if (!can_be_asked(number)) continue;
            ++counts_.looked_up;
            if (stands_in_any(number)) {
                ++counts_.found;
                continue;
            }
            Finding& finding =
                findings_.warning("number-not-in-print", number.place,
                                  fmt::format("'{}' does not stand where its sentence cites {}",
                                              number.place.text(), cited(number)));
            finding.subject = fmt::format("{}: {}", document.span().source->name(), number.digits);
            finding.note(fmt::format("mend it, cite where it stands, or waive it: [{}](waive: \"why\")",
                                     number.place.text()));
        }
    }

    const analysis::PrintCounts& counts() const { return counts_; }

  private:
    const data::Source* source_of(const markdown::Reference& reference) const {
        const auto found =
            std::find_if(dataset_.sources.begin(), dataset_.sources.end(),
                         [&](const data::Source& source) { return source.id == reference.source; });
        return found == dataset_.sources.end() ? nullptr : &*found;
    }

    const Extract* extract_of(const markdown::Reference& reference) const {
        const data::Source* const source = source_of(reference);
        if (source == nullptr) return nullptr;
        const auto found =
            print_.extracts.find(static_cast<data::SourceIndex>(source - dataset_.sources.data()));
        return found == print_.extracts.end() ? nullptr : &found->second;
    }

    /// Only where the text of all that is cited is there: else it may stand in what is not.
    bool can_be_asked(const markdown::CitedNumber& number) const {
        return std::all_of(number.references.begin(), number.references.end(),
                           [&](const auto* reference) { return extract_of(*reference) != nullptr; });
    }

    bool stands_in_any(const markdown::CitedNumber& number) const {
        return std::any_of(number.references.begin(), number.references.end(), [&](const auto* reference) {
            const Extract& extract = *extract_of(*reference);
            const auto places = extract.find(reference->locator, extract.all());
            if (places.empty()) return stands_in(extract, extract.all(), *reference, number.digits);
            return std::any_of(places.begin(), places.end(), [&](const Extract::Stretch& place) {
                return stands_in(extract, extract.around(place, reach_of_section), *reference, number.digits);
            });
        });
    }

    /// In digits, as thousands of them, or in words.
    bool stands_in(const Extract& extract, Extract::Stretch range, const markdown::Reference& reference,
                   const std::string& digits) const {
        const Decimal number = *Decimal::parse(digits);
        for (const int scale : {0, -3, 3}) {
            const std::string form = (number * Decimal::scaled(1, scale)).normalized().text();
            if (has_number(extract, range, form)) return true;
        }
        if (has_number(extract, range, digits)) return true;
        const auto words = print_.spelled(source_of(reference)->language, number);
        return words && extract.has(*words, range);
    }

    static std::string cited(const markdown::CitedNumber& number) {
        std::string names;
        for (const auto* reference : number.references)
            names += fmt::format("{}{}", names.empty() ? "" : ", ", reference->span.text());
        return names;
    }

    const data::Dataset& dataset_;
    const analysis::Print& print_;
    Findings& findings_;
    analysis::PrintCounts counts_;
};

}  // namespace

analysis::PrintCounts hold_texts_against_print(const Project& project, const analysis::Print& print,
                                               Findings& findings) {
    CitedInPrint check(project, print, findings);
    for (const NarrativePage& page : project.narrative) {
        for (std::size_t language = 0; language < page.documents.size(); ++language) {
            if (page.documents[language])
                check.check(*page.documents[language], project.locales[language]->prose());
        }
    }
    return check.counts();
}

}  // namespace regioscope::report
