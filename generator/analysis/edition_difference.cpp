#include "analysis/edition_difference.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "analysis/number.h"
#include "base/parallel.h"

namespace regioscope::analysis {

namespace {

/// Where the things of one dataset are in another.
class Counterparts {
  public:
    Counterparts(const data::Dataset& from, const data::Dataset& to) : from_(from), to_(to) {
        areas_.reserve(from.areas.size());
        for (const data::Area& area : from.areas)
            areas_.push_back(find(to.area_by_id, area.id));
        periods_.reserve(from.periods.size());
        for (const data::Period& period : from.periods) {
            const auto same = std::lower_bound(to.periods.begin(), to.periods.end(), period);
            const bool is_there = same != to.periods.end() && *same == period;
            periods_.push_back(is_there
                                   ? std::optional(static_cast<data::PeriodIndex>(same - to.periods.begin()))
                                   : std::nullopt);
        }
    }

    std::optional<data::IndicatorIndex> of(data::IndicatorIndex indicator) const {
        return find(to_.indicator_by_id, from_[indicator].id);
    }
    std::optional<data::RegionIndex> of(data::RegionIndex region) const {
        return find(to_.region_by_id, from_[region].id);
    }
    /// The other edition's figure of the same key.
    const Measurement* of(const Measurement& measurement, const Measurements& others) const {
        const auto indicator = of(measurement.indicator);
        const auto area = areas_[static_cast<std::size_t>(measurement.area)];
        const auto period = periods_[static_cast<std::size_t>(measurement.period)];
        return indicator && area && period ? others.find(*indicator, *area, *period) : nullptr;
    }

  private:
    template <class Index>
    static std::optional<Index> find(const data::Lookup<Index>& known, const std::string& id) {
        const auto found = known.find(id);
        return found == known.end() ? std::nullopt : std::optional(found->second);
    }

    const data::Dataset& from_;
    const data::Dataset& to_;
    std::vector<std::optional<data::AreaIndex>> areas_;
    std::vector<std::optional<data::PeriodIndex>> periods_;
};

bool is_known(const Measurement* measurement) {
    return measurement != nullptr && measurement->value.has_value();
}

/// Null stands for a figure that nobody knows.
const Measurement* known(const Measurement* measurement) {
    return is_known(measurement) ? measurement : nullptr;
}

std::optional<Rank> rank_in(const EditionModel& edition, data::IndicatorIndex indicator,
                            data::RegionIndex region) {
    const auto position = edition.standings.position(region);
    return position ? edition.standings.of(indicator).ranks[*position] : std::nullopt;
}

/// Is another figure shown than before: another value, or one of another key?
bool shows_another(const Measurement* before, const Measurement* after, const Counterparts& earlier,
                   const Measurements& measurements_before) {
    if (before == nullptr || after == nullptr) return before != after;
    return before->value != after->value || earlier.of(*after, measurements_before) != before;
}

Decimal size_of(const Measurement* before, const Measurement* after, const data::Indicator& indicator) {
    const auto from = number_of(before);
    const auto to = number_of(after);
    if (!from || !to) return {};
    const Decimal change = (*to - *from).absolute();
    const bool has_threshold = !indicator.about_equal.is_zero();
    return has_threshold ? Decimal::divide(change, indicator.about_equal).value_or(change) : change;
}

/// What holds the two editions against each other.
class Comparer {
  public:
    Comparer(const JudgedEdition& before, const JudgedEdition& after)
        : before_(before),
          after_(after),
          earlier_(after.dataset(), before.dataset()),
          later_(before.dataset(), after.dataset()) {}

    std::vector<Change> changes() const {
        const data::Dataset& now = after_.dataset();
        const data::Dataset& then = before_.dataset();
        std::vector<std::vector<Change>> found(now.indicators.size() + then.indicators.size());
        for_each_index(found.size(), [&](std::size_t i) {
            found[i] =
                i < now.indicators.size()
                    ? changes_of(static_cast<data::IndicatorIndex>(i))
                    : without_counterpart(static_cast<data::IndicatorIndex>(i - now.indicators.size()));
        });
        std::vector<Change> all;
        for (std::vector<Change>& some : found)
            std::move(some.begin(), some.end(), std::back_inserter(all));
        std::stable_sort(all.begin(), all.end(), [](const Change& a, const Change& b) {
            return std::tie(a.weight, b.size) < std::tie(b.weight, a.size);
        });
        return all;
    }

    std::vector<ClaimChange> claims() const {
        const ClaimsMade then = claims_made(before_);
        const ClaimsMade now = claims_made(after_);
        std::vector<ClaimChange> all;
        std::set<std::string_view> compared;
        for (const std::vector<Claim>* const claims : {after_.claims, before_.claims}) {
            for (const Claim& claim : *claims) {
                if (!compared.insert(claim.id).second) continue;
                if (auto change = change_of(find(then, claim.id), find(now, claim.id)))
                    all.push_back(*std::move(change));
            }
        }
        std::stable_sort(all.begin(), all.end(),
                         [](const auto& a, const auto& b) { return a.kind < b.kind; });
        return all;
    }

  private:
    std::vector<Change> changes_of(data::IndicatorIndex indicator) const {
        const auto counterpart = earlier_.of(indicator);
        std::vector<Change> changes;
        for (std::size_t i = 0; i < after_.dataset().regions.size(); ++i) {
            const auto region = static_cast<data::RegionIndex>(i);
            if (auto change = change_of(indicator, region, counterpart))
                changes.push_back(*std::move(change));
        }
        return changes;
    }

    std::optional<Change> change_of(data::IndicatorIndex indicator, data::RegionIndex region,
                                    std::optional<data::IndicatorIndex> indicator_before) const {
        const Measurements& then = before_.edition->measurements;
        const Measurements& now = after_.edition->measurements;
        Change change;
        for (const Measurement& m : now.of(indicator, region)) {
            const Measurement* const earlier = known(earlier_.of(m, then));
            if (m.value && earlier == nullptr) {
                change.figures.push_back({FigureChange::Kind::added, earlier, &m});
            } else if (m.value && earlier->value != m.value) {
                change.figures.push_back({FigureChange::Kind::revised, earlier, &m});
            }
        }
        const auto region_before = earlier_.of(region);
        if (indicator_before && region_before) {
            add_withdrawn(change, *indicator_before, *region_before);
            change.before = known(then.find(*indicator_before, *region_before));
            change.rank_before = rank_in(*before_.edition, *indicator_before, *region_before);
        }
        change.after = known(now.find(indicator, region));
        change.rank_after = rank_in(*after_.edition, indicator, region);
        if (change.figures.empty() && !change.has_new_rank()) return std::nullopt;
        const bool is_shown = shows_another(change.before, change.after, earlier_, then);
        if (is_shown) change.size = size_of(change.before, change.after, after_.dataset()[indicator]);
        change.weight = weight_of(change, is_shown);
        return change;
    }

    static Change::Weight weight_of(const Change& change, bool is_shown) {
        const auto has = [&](FigureChange::Kind kind) {
            return std::any_of(change.figures.begin(), change.figures.end(),
                               [&](const FigureChange& figure) { return figure.kind == kind; });
        };
        if (change.has_new_rank()) return Change::Weight::rank;
        if (has(FigureChange::Kind::withdrawn)) return Change::Weight::withdrawn;
        if (is_shown && change.before != nullptr) return Change::Weight::shown;
        return has(FigureChange::Kind::revised) ? Change::Weight::revised : Change::Weight::added;
    }

    void add_withdrawn(Change& change, data::IndicatorIndex indicator, data::RegionIndex region) const {
        for (const Measurement& m : before_.edition->measurements.of(indicator, region)) {
            const Measurement* const later = later_.of(m, after_.edition->measurements);
            if (m.value && !is_known(later))
                change.figures.push_back({FigureChange::Kind::withdrawn, &m, later});
        }
    }

    /// Of an indicator of the earlier edition: the figures of regions, or of all, that the later one does not
    /// know.
    std::vector<Change> without_counterpart(data::IndicatorIndex indicator) const {
        const bool indicator_stays = later_.of(indicator).has_value();
        std::vector<Change> changes;
        for (std::size_t i = 0; i < before_.dataset().regions.size(); ++i) {
            const auto region = static_cast<data::RegionIndex>(i);
            if (indicator_stays && later_.of(region)) continue;
            Change change;
            add_withdrawn(change, indicator, region);
            if (change.figures.empty()) continue;
            change.weight = Change::Weight::withdrawn;
            change.before = before_.edition->measurements.find(indicator, region);
            changes.push_back(std::move(change));
        }
        return changes;
    }

    /// The claim of that id, where the edition makes it.
    struct Made {
        const Claim* claim = nullptr;
        const Verdict* verdict = nullptr;
    };
    using ClaimsMade = std::map<std::string_view, Made>;
    static ClaimsMade claims_made(const JudgedEdition& edition) {
        ClaimsMade made;
        for (std::size_t i = 0; i < edition.claims->size(); ++i) {
            if (const auto& verdict = edition.edition->verdicts[i])
                made[(*edition.claims)[i].id] = {&(*edition.claims)[i], &*verdict};
        }
        return made;
    }
    static Made find(const ClaimsMade& made, std::string_view id) {
        const auto found = made.find(id);
        return found == made.end() ? Made() : found->second;
    }

    /// What a verdict stands on; the same words for the same figures in every edition.
    static std::set<std::string> readings_of(const JudgedEdition& edition, const Verdict& verdict) {
        std::set<std::string> readings;
        for (const Measurement* const measurement : verdict.measurements)
            readings.insert(reading_of(edition.dataset(), *measurement));
        return readings;
    }

    std::optional<ClaimChange> change_of(const Made& then, const Made& now) const {
        if (then.claim == nullptr && now.claim == nullptr) return std::nullopt;
        ClaimChange change;
        change.before = then.claim;
        change.after = now.claim;
        if (then.claim != nullptr) change.then = *then.verdict;
        if (now.claim != nullptr) change.now = *now.verdict;
        if (then.claim == nullptr) return change;
        // What is no longer said may be so because it is no longer true.
        if (now.claim == nullptr) change.now = judge(*then.claim, after_.view());
        if (change.then->holds != change.now->holds) {
            change.kind = ClaimChange::Kind::turned;
        } else if (now.claim == nullptr) {
            change.kind = ClaimChange::Kind::gone;
        } else if (readings_of(before_, *change.then) != readings_of(after_, *change.now)) {
            change.kind = ClaimChange::Kind::moved;
        } else {
            return std::nullopt;
        }
        return change;
    }

    const JudgedEdition& before_;
    const JudgedEdition& after_;
    /// From the later edition's things to the earlier one's, and back.
    Counterparts earlier_;
    Counterparts later_;
};

}  // namespace

std::size_t EditionDifference::count(FigureChange::Kind kind) const {
    std::size_t count = 0;
    for (const Change& change : changes) {
        count += static_cast<std::size_t>(
            std::count_if(change.figures.begin(), change.figures.end(),
                          [&](const FigureChange& figure) { return figure.kind == kind; }));
    }
    return count;
}

EditionDifference difference(const JudgedEdition& before, const JudgedEdition& after) {
    const Comparer comparer(before, after);
    return {comparer.changes(), comparer.claims(), fact_changes(*before.edition, *after.edition)};
}

std::string reading_of(const data::Dataset& dataset, const Measurement& measurement) {
    return fmt::format("{}/{}/{} = {}", dataset[measurement.indicator].id, dataset[measurement.area].id,
                       dataset[measurement.period].written,
                       measurement.value ? measurement.value->text() : "none");
}

}  // namespace regioscope::analysis
