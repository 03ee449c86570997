#include "data/edition.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <tuple>
#include <unordered_map>

namespace regioscope::data {

namespace {

auto key(const Observation& o) {
    return std::tuple(o.indicator, o.area, o.period);
}

/// An observation that the edition may see, with all that decides about it. Millions are sorted: the key is
/// at hand.
struct Candidate {
    std::tuple<IndicatorIndex, AreaIndex, PeriodIndex> key;
    ObservationIndex index{};
    Date published;
    std::optional<std::uint32_t> correction;
};

/// The corrections that hold in an edition, found by key.
class CorrectionRegister {
  public:
    CorrectionRegister(const Dataset& dataset, const std::vector<Edition>& editions, std::size_t edition)
        : dataset_(dataset) {
        for (std::uint32_t i = 0; i < dataset.corrections.size(); ++i) {
            const Correction& correction = dataset.corrections[i];
            if (!correction.editions.includes(editions, edition)) continue;
            by_indicator_[correction.indicator].push_back(i);
        }
    }

    std::optional<std::uint32_t> find(const Observation& o) const {
        const auto found = by_indicator_.find(o.indicator);
        if (found == by_indicator_.end()) return std::nullopt;
        for (const std::uint32_t i : found->second) {
            const Correction& correction = dataset_.corrections[i];
            const bool same_key = correction.area == o.area && correction.period == o.period;
            const bool same_place = correction.source == dataset_[o.citation].source &&
                                    (!correction.table || *correction.table == o.table);
            if (same_key && same_place) return i;
        }
        return std::nullopt;
    }

  private:
    const Dataset& dataset_;
    std::unordered_map<IndicatorIndex, std::vector<std::uint32_t>> by_indicator_;
};

/// Chooses among all visible observations of one key.
class Choice {
  public:
    Choice(const Dataset& dataset, std::span<const Candidate> candidates)
        : dataset_(dataset), candidates_(candidates) {}

    /// The candidate that is used: one that a correction names as printed, else of the newest the first one
    /// that says something. Two newest that say different things are a finding.
    std::size_t chosen(Findings& findings) const {
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            if (uses(i, Correction::Use::as_printed)) return i;
        }
        const Date newest =
            std::max_element(candidates_.begin(), candidates_.end(), [](const auto& a, const auto& b) {
                return a.published < b.published;
            })->published;
        std::optional<std::size_t> best;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            if (candidates_[i].published != newest) continue;
            if (!best || (says_nothing(*best) && !says_nothing(i))) {
                best = i;
            } else if (!says_nothing(i) && used(i).value != used(*best).value) {
                report(*best, i, findings);
            }
        }
        return *best;
    }

    UsedObservation used(std::size_t i) const {
        const Candidate& candidate = candidates_[i];
        const Observation& o = dataset_[candidate.index];
        UsedObservation used{candidate.index, o.value, o.statuses, candidate.correction};
        if (candidate.correction && !uses(i, Correction::Use::as_printed)) {
            const Correction& correction = dataset_.corrections[*candidate.correction];
            used.value = correction.value;
            used.statuses = correction.statuses;
        }
        return used;
    }

  private:
    bool uses(std::size_t i, Correction::Use use) const {
        const auto correction = candidates_[i].correction;
        return correction && dataset_.corrections[*correction].use == use;
    }

    /// Withheld by us, or a blank without a reason: it does not contradict a value printed elsewhere on the
    /// same day.
    bool says_nothing(std::size_t i) const {
        const Observation& o = dataset_[candidates_[i].index];
        return uses(i, Correction::Use::withheld) ||
               (!used(i).value && o.statuses.front() == Status::missing);
    }

    void report(std::size_t first, std::size_t second, Findings& findings) const {
        const Observation& a = dataset_[candidates_[first].index];
        const Observation& b = dataset_[candidates_[second].index];
        const auto shown = [](const std::optional<Value>& value) {
            return value ? value->text() : std::string("none");
        };
        const std::string subject = key_of(dataset_, a);
        Finding finding =
            make_error("conflicting-observations", b.span,
                       fmt::format("'{}' is {} here and {} elsewhere, published on the same day", subject,
                                   shown(used(second).value), shown(used(first).value)));
        finding.note("the other one is here", a.span);
        finding.note("say in datasets/corrections.json which one is used and why");
        finding.note(fmt::format("its key is '{}'", subject));
        finding.subject = subject;
        findings.add(std::move(finding));
    }

    const Dataset& dataset_;
    std::span<const Candidate> candidates_;
};

/// Every visible observation, ordered by key; those of one key in table order.
std::vector<Candidate> visible_candidates(const Dataset& dataset, const Edition& edition,
                                          const CorrectionRegister& corrections) {
    std::vector<Date> dates;
    dates.reserve(dataset.citations.size());
    for (const Citation& citation : dataset.citations)
        dates.push_back(published(dataset, citation));

    std::vector<Candidate> candidates;
    candidates.reserve(dataset.observations.size());
    for (std::uint32_t i = 0; i < dataset.observations.size(); ++i) {
        const Observation& o = dataset.observations[i];
        const Date& date = dates[static_cast<std::size_t>(o.citation)];
        if (date <= edition.as_of)
            candidates.push_back({key(o), ObservationIndex{i}, date, corrections.find(o)});
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return std::tie(a.key, a.index) < std::tie(b.key, b.index);
    });
    return candidates;
}

/// A correction whose printed figure is no longer what it expects.
void check_expectations(const Dataset& dataset, const std::vector<Candidate>& candidates,
                        Findings& findings) {
    for (const Candidate& candidate : candidates) {
        if (!candidate.correction) continue;
        const Correction& correction = dataset.corrections[*candidate.correction];
        const Observation& o = dataset[candidate.index];
        if (o.value == correction.expect) continue;
        const auto shown = [](const std::optional<Value>& value) {
            return value ? value->text() : std::string("null");
        };
        findings
            .error("stale-correction", correction.span,
                   fmt::format("the correction '{}' expects {}, but the table now says {}", correction.id,
                               shown(correction.expect), shown(o.value)))
            .note("the figure is here", o.span)
            .note("see whether the correction is still needed, and write the new figure into 'expect'")
            .subject = correction.id;
    }
}

}  // namespace

Date published(const Dataset& dataset, const Citation& citation) {
    const Source& source = dataset[citation.source];
    return citation.part ? source.parts[*citation.part].published : source.published;
}

bool is_visible(const Dataset& dataset, const Citation& citation, const Edition& edition) {
    return published(dataset, citation) <= edition.as_of;
}

std::string key_of(const Dataset& dataset, const Observation& o) {
    return fmt::format("{}/{}/{}", dataset[o.indicator].id, dataset[o.area].id, dataset[o.period].written);
}

EditionFigures figures_of(const Dataset& dataset, const std::vector<Edition>& editions, std::size_t edition,
                          Findings& findings) {
    EditionFigures figures;
    figures.dataset_ = &dataset;
    const CorrectionRegister corrections(dataset, editions, edition);
    const std::vector<Candidate> candidates = visible_candidates(dataset, editions[edition], corrections);
    for (const Correction& correction : dataset.corrections)
        correction.editions.check(editions, findings);
    for (const Check& check : dataset.checks)
        check.editions.check(editions, findings);
    check_editions(dataset.all_facts, editions, findings);
    check_expectations(dataset, candidates, findings);

    figures.ranges_.assign(dataset.indicators.size(), {0, 0});
    for (std::size_t first = 0; first < candidates.size();) {
        const Observation& o = dataset[candidates[first].index];
        std::size_t last = first + 1;
        while (last < candidates.size() && key(dataset[candidates[last].index]) == key(o))
            ++last;

        const Choice choice(dataset, std::span(candidates).subspan(first, last - first));
        const std::size_t chosen = choice.chosen(findings);
        for (std::size_t i = first; i < last; ++i) {
            if (i - first != chosen) figures.superseded_.push_back(candidates[i].index);
        }
        auto& range = figures.ranges_[static_cast<std::size_t>(o.indicator)];
        if (range.first == range.second) range.first = figures.used_.size();
        figures.used_.push_back(choice.used(chosen));
        range.second = figures.used_.size();
        first = last;
    }
    return figures;
}

const UsedObservation* EditionFigures::find(IndicatorIndex indicator, AreaIndex area,
                                            PeriodIndex period) const {
    const auto [first, last] = range_of(indicator);
    const auto wanted = std::tuple(area, period);
    const auto place = [&](const UsedObservation& used) {
        const Observation& o = (*dataset_)[used.observation];
        return std::tuple(o.area, o.period);
    };
    const auto begin = used_.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = used_.begin() + static_cast<std::ptrdiff_t>(last);
    const auto found = std::lower_bound(
        begin, end, wanted, [&](const UsedObservation& used, const auto& key) { return place(used) < key; });
    return found != end && place(*found) == wanted ? &*found : nullptr;
}

std::pair<std::size_t, std::size_t> EditionFigures::range_of(IndicatorIndex indicator) const {
    return ranges_[static_cast<std::size_t>(indicator)];
}

}  // namespace regioscope::data
