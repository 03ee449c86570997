#include "markdown/comparatives.h"

#include <fmt/format.h>

#include <algorithm>

#include "markdown/prose.h"

namespace regioscope::markdown {

namespace {

using Support = Comparative::Support;

class Search {
  public:
    explicit Search(const locale::ProseWords& words) : words_(words) {}

    void look_at(const Prose& prose) {
        if (prose.is_heading()) open_ = found_.size();
        if (prose.kind != Prose::Kind::head_of_table) {
            for (const Stretch& sentence : sentences(prose, words_))
                look_at(prose, sentence);
        }
        if (prose.is_heading()) {
            behind_heading_ = found_.size();
            return;
        }
        for (std::size_t i = open_; i < behind_heading_; ++i)
            found_[i].support = std::max(found_[i].support, support_of(prose, {0, prose.text.size()}));
    }

    std::vector<Comparative> take() { return std::move(found_); }

  private:
    void look_at(const Prose& prose, Stretch sentence) {
        const std::u32string_view text =
            std::u32string_view(prose.text).substr(sentence.first, sentence.second - sentence.first);
        if (text.find(U'?') != std::u32string_view::npos) return;
        const std::vector<Stretch> none = find_phrases(text, words_.no_comparisons);
        std::vector<Stretch> compared;
        for (const Stretch& word : find_phrases(text, words_.comparisons)) {
            const Stretch place{sentence.first + word.first, sentence.first + word.second};
            if (!overlap(none, word) && !overlap(prose.names, place)) compared.push_back(place);
        }
        if (compared.empty()) return;
        const auto bare = std::find_if(compared.begin(), compared.end(),
                                       [&](const Stretch& word) { return !overlap(prose.waivers, word); });
        const bool is_waived = bare == compared.end();
        const Stretch first = is_waived ? compared.front() : *bare;
        found_.push_back(
            {join(prose.places[first.first], prose.places[first.second - 1]),
             std::max(is_waived ? Support::waiver : Support::none, support_of(prose, sentence))});
    }

    static Support support_of(const Prose& prose, Stretch sentence) {
        if (overlap(prose.claims, sentence)) return Support::claim;
        if (prose.is_conditional || hold(prose.comparisons, sentence)) return Support::figures;
        if (hold(prose.citations, sentence)) return Support::citation;
        return Support::none;
    }

    const locale::ProseWords& words_;
    std::vector<Comparative> found_;
    /// Of the last heading: what it says of numbers may be borne out below it.
    std::size_t open_ = 0;
    std::size_t behind_heading_ = 0;
};

}  // namespace

std::vector<Comparative> find_comparatives(const Document& document, const locale::ProseWords& words) {
    Search search(words);
    for_each_prose(document, [&](const Prose& prose) { search.look_at(prose); });
    return search.take();
}

void find_bare_comparisons(const Document& document, const locale::ProseWords& words, Findings& findings) {
    for (const Comparative& comparative : find_comparatives(document, words)) {
        if (comparative.support != Support::none) continue;
        Finding finding = make_warning(
            "bare-comparison", comparative.place,
            fmt::format(
                "nothing bears out that this compares ('{0}'): make the sentence a claim, bind it with "
                "{{{{ compare(…) }}}}, cite it with [@source], or waive it: [{0}](waive: \"why\")",
                comparative.place.text()));
        // Words of comparison speak of figures more often than not, but no list of words knows when.
        finding.severity = Severity::note;
        findings.add(std::move(finding));
    }
}

}  // namespace regioscope::markdown
