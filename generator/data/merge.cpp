#include "data/merge.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

namespace regioscope::data {

namespace {

template <class Index>
void shift(Index& index, std::size_t by) {
    index = Index{static_cast<std::uint32_t>(static_cast<std::size_t>(index) + by)};
}

template <class Thing>
void append(std::vector<Thing>& all, std::vector<Thing>& more) {
    if (all.capacity() == 0) {
        all = std::move(more);
    } else {
        all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    more = {};
}

template <class Index>
void append(Lookup<Index>& all, Lookup<Index>& more) {
    all.merge(more);
}

/// Moves a part's own indices to where its things will stand in the whole.
void shift_indices(const Dataset& whole, Dataset& part) {
    const std::size_t periods = whole.periods.size();
    for (Observation& observation : part.observations) {
        shift(observation.period, periods);
        shift(observation.citation, whole.citations.size());
        if (observation.notes != NoteListIndex{}) shift(observation.notes, whole.note_lists.size() - 1);
        shift(observation.table, whole.tables.size());
    }
    for (Table& table : part.tables) {
        for (Table::Row& row : table.rows) {
            for (auto& cell : row.cells) {
                if (cell) shift(*cell, whole.observations.size());
            }
        }
    }
    for (std::vector<std::uint32_t>& list : part.note_lists) {
        for (std::uint32_t& note : list)
            shift(note, whole.notes.size());
    }
    for (Correction& correction : part.corrections)
        shift(correction.period, periods);
    for (Indicator& indicator : part.indicators) {
        if (indicator.derivation && indicator.derivation->base) shift(*indicator.derivation->base, periods);
    }
    part.note_lists.erase(part.note_lists.begin());  // the empty one
}

void append(Dataset& whole, Dataset part) {
    shift_indices(whole, part);
    append(whole.regions, part.regions);
    append(whole.areas, part.areas);
    append(whole.region_sets, part.region_sets);
    append(whole.themes, part.themes);
    append(whole.units, part.units);
    append(whole.indicators, part.indicators);
    append(whole.compositions, part.compositions);
    append(whole.sources, part.sources);
    append(whole.tables, part.tables);
    append(whole.periods, part.periods);
    append(whole.citations, part.citations);
    append(whole.notes, part.notes);
    append(whole.note_lists, part.note_lists);
    append(whole.observations, part.observations);
    append(whole.corrections, part.corrections);
    append(whole.acceptances, part.acceptances);
    append(whole.checks, part.checks);
    append(whole.all_facts.profiles, part.all_facts.profiles);
    append(whole.all_facts.goals, part.all_facts.goals);
    append(whole.all_facts.initiatives, part.all_facts.initiatives);
    append(whole.all_facts.action_counts, part.all_facts.action_counts);
    append(whole.all_facts.conditions, part.all_facts.conditions);
    append(whole.texts.all, part.texts.all);
    append(whole.texts.cited, part.texts.cited);
    append(whole.texts.sources, part.texts.sources);
    append(whole.region_by_id, part.region_by_id);
    append(whole.area_by_id, part.area_by_id);
    append(whole.indicator_by_id, part.indicator_by_id);
    append(whole.theme_by_id, part.theme_by_id);
    append(whole.unit_by_id, part.unit_by_id);
    append(whole.source_by_id, part.source_by_id);
}

/// Ids of things that may stand in several files; some things may be without.
template <class Thing, class Id>
void check_unique(const std::vector<Thing>& things, std::string_view noun, Id id_of_thing,
                  Findings& findings) {
    std::map<std::string_view, Span> seen;
    for (const Thing& thing : things) {
        const std::string_view id = id_of_thing(thing);
        if (id.empty()) continue;
        const auto [place, is_new] = seen.emplace(id, thing.span);
        if (is_new) continue;
        findings.error("duplicate-id", thing.span, fmt::format("the {} '{}' is declared twice", noun, id))
            .note("the first one is here", place->second);
    }
}

void order_periods(Dataset& dataset) {
    std::vector<std::uint32_t> order(dataset.periods.size());
    std::iota(order.begin(), order.end(), 0U);
    // Of several ways to write the same days, the simplest kind stands for all.
    const auto key = [&](std::uint32_t i) {
        const Period& period = dataset.periods[i];
        return std::tuple(period.last, period.first, period.kind, std::string_view(period.written));
    };
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    std::vector<Period> sorted;
    std::vector<PeriodIndex> place(order.size());
    for (const std::uint32_t old : order) {
        if (sorted.empty() || !(sorted.back() == dataset.periods[old]))
            sorted.push_back(dataset.periods[old]);
        place[old] = PeriodIndex{static_cast<std::uint32_t>(sorted.size() - 1)};
    }
    const auto move = [&](PeriodIndex& index) { index = place[static_cast<std::size_t>(index)]; };
    for (Observation& observation : dataset.observations)
        move(observation.period);
    for (Correction& correction : dataset.corrections)
        move(correction.period);
    for (Indicator& indicator : dataset.indicators) {
        if (indicator.derivation && indicator.derivation->base) move(*indicator.derivation->base);
    }
    dataset.periods = std::move(sorted);
}

void check_corrections(const Dataset& dataset, Findings& findings) {
    std::multimap<std::tuple<IndicatorIndex, AreaIndex, PeriodIndex>, std::size_t> wanted;
    for (std::size_t i = 0; i < dataset.corrections.size(); ++i) {
        const Correction& correction = dataset.corrections[i];
        wanted.emplace(std::tuple(correction.indicator, correction.area, correction.period), i);
    }
    if (wanted.empty()) return;
    std::vector<bool> found(dataset.corrections.size());
    for (const Observation& o : dataset.observations) {
        const auto [first, last] = wanted.equal_range({o.indicator, o.area, o.period});
        for (auto at = first; at != last; ++at) {
            const Correction& correction = dataset.corrections[at->second];
            const bool same_source = dataset[o.citation].source == correction.source;
            if (same_source && (!correction.table || *correction.table == o.table)) found[at->second] = true;
        }
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (found[i]) continue;
        const Correction& correction = dataset.corrections[i];
        findings.error(
            "unknown-observation", correction.span,
            fmt::format("the correction '{}' corrects nothing: {} states no '{}/{}/{}'", correction.id,
                        correction.table ? "the table '" + dataset[*correction.table].id + "'"
                                         : "the source '" + dataset[correction.source].id + "'",
                        dataset[correction.indicator].id, dataset[correction.area].id,
                        dataset[correction.period].written));
    }
}

}  // namespace

void merge(Dataset& whole, std::vector<Dataset> parts, Findings& findings) {
    std::size_t observations = whole.observations.size();
    for (const Dataset& part : parts)
        observations += part.observations.size();
    whole.observations.reserve(observations);
    for (Dataset& part : parts)
        append(whole, std::exchange(part, {}));
    check_unique(
        whole.all_facts.goals, "goal", [](const Goal& goal) { return std::string_view(goal.id); }, findings);
    check_unique(
        whole.all_facts.initiatives, "initiative", [](const Initiative& i) { return std::string_view(i.id); },
        findings);
    check_unique(
        whole.all_facts.action_counts, "count", [](const ActionCount& c) { return std::string_view(c.id); },
        findings);
    check_unique(
        whole.all_facts.profiles, "profile of",
        [&](const Profile& profile) { return std::string_view(whole[profile.region].id); }, findings);
}

void finish(Dataset& dataset, Findings& findings) {
    order_periods(dataset);
    if (!findings.has_errors()) check_corrections(dataset, findings);
}

}  // namespace regioscope::data
