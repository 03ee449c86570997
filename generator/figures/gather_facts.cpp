// Facts of the profiles, places and goals: kinds of figures without measurements.
#include <algorithm>
#include <array>

#include "data/edition.h"
#include "figures/gathered.h"

namespace regioscope::figures {

namespace {

using data::RegionIndex;

const data::Profile* find_profile(const data::Dataset& dataset, RegionIndex region) {
    const auto found = std::find_if(dataset.profiles.begin(), dataset.profiles.end(),
                                    [&](const data::Profile& profile) { return profile.region == region; });
    return found == dataset.profiles.end() ? nullptr : &*found;
}

/// What this edition sees of the regions' profiles.
std::vector<data::Profile> visible_profiles(const std::vector<RegionIndex>& regions,
                                            const Material& material) {
    std::vector<data::Profile> profiles;
    for (const RegionIndex region : regions) {
        if (const data::Profile* const profile = find_profile(material.dataset(), region))
            profiles.push_back(data::visible_profile(material.dataset(), *profile, *material.edition));
    }
    return profiles;
}

void add_events(const data::Profile& profile, Declaration::Facts facts, std::vector<Event>& events) {
    if (facts == Declaration::Facts::partnerships) {
        for (const data::Partnership& partnership : profile.partnerships) {
            if (partnership.founded)
                events.push_back(
                    {profile.region, *partnership.founded, partnership.name, {}, partnership.citation});
        }
        return;
    }
    for (const data::Milestone& milestone : profile.milestones)
        events.push_back({profile.region, milestone.period, {}, milestone.text, milestone.citation});
}

/// Does the older version's target speak of the same thing? Versions list their targets in their own order,
/// so the measure's words in the first language decide.
const data::Target* earlier_target(const data::GoalVersion& older, const data::Target& target) {
    const auto words = [](const data::Target& one) {
        const data::Text& text = one.measure.empty() ? one.text : one.measure;
        return text.empty() ? std::string() : text.entries.front().markdown;
    };
    const auto found = std::find_if(older.targets.begin(), older.targets.end(),
                                    [&](const data::Target& one) { return words(one) == words(target); });
    const bool changed = found != older.targets.end() && !(found->target == target.target);
    return changed ? &*found : nullptr;
}

void add_targets(std::size_t index, const Material& material, std::vector<GoalTarget>& targets) {
    const data::Dataset& dataset = material.dataset();
    const data::Goal& goal = dataset.goals[index];
    const data::GoalVersion* const newest = data::newest_visible(dataset, goal, *material.edition);
    if (newest == nullptr) return;
    const data::GoalVersion* older = nullptr;
    for (const data::GoalVersion& version : goal.versions) {
        if (&version == newest || !data::is_visible(dataset, version.citation, *material.edition)) continue;
        if (older == nullptr ||
            data::published(dataset, older->citation) < data::published(dataset, version.citation))
            older = &version;
    }
    for (const data::Target& target : newest->targets)
        targets.push_back(
            {index, newest, &target, older == nullptr ? nullptr : earlier_target(*older, target)});
}

}  // namespace

void gather_facts(const Declaration& declared, const Material& material, Gathered& out) {
    const data::Dataset& dataset = material.dataset();
    const std::vector<RegionIndex> regions = declared.regions.empty() ? material.regions : declared.regions;
    if (out.shape == Shape::places) {
        for (const RegionIndex region : regions) {
            if (dataset[region].position) out.places.push_back(region);
        }
        return;
    }
    if (out.shape == Shape::targets) {
        for (std::size_t i = 0; i < dataset.goals.size(); ++i) {
            const bool chosen =
                declared.goals.empty() ||
                std::find(declared.goals.begin(), declared.goals.end(), i) != declared.goals.end();
            const bool here = declared.regions.empty() || std::find(regions.begin(), regions.end(),
                                                                    dataset.goals[i].region) != regions.end();
            if (chosen && here) add_targets(i, material, out.targets);
        }
        return;
    }
    for (const data::Profile& profile : visible_profiles(regions, material)) {
        if (out.shape == Shape::rungs && profile.ladder)
            out.rungs.push_back({profile.region, *profile.ladder});
        if (out.shape == Shape::events) add_events(profile, declared.facts, out.events);
    }
    std::stable_sort(out.events.begin(), out.events.end(),
                     [](const Event& a, const Event& b) { return a.period.first < b.period.first; });
}

Grid employer_seats(const std::vector<RegionIndex>& regions, const Material& material) {
    constexpr std::array seats = {data::Seat::region, data::Seat::country, data::Seat::abroad,
                                  data::Seat::unknown};
    Grid grid;
    std::array<int, seats.size()> total{};
    std::vector<std::array<int, seats.size()>> counts;
    std::vector<data::Citation> citations;
    for (const data::Profile& profile : visible_profiles(regions, material)) {
        if (!profile.employers || profile.employers->list.empty()) continue;
        counts.emplace_back();
        for (const data::Employer& employer : profile.employers->list) {
            const auto seat = static_cast<std::size_t>(employer.seat);
            ++counts.back()[seat];
            ++total[seat];
        }
        citations.push_back(profile.employers->citation);
        Subject subject;
        subject.region = profile.region;
        subject.slot = slot_of(material.dataset(), profile.region);
        grid.rows.push_back(subject);
    }
    for (std::size_t seat = 0; seat < seats.size(); ++seat) {
        if (total[seat] == 0) continue;
        Subject subject;
        subject.seat = seats[seat];
        subject.slot = seats[seat] == data::Seat::unknown ? chart::Slot::context()
                                                          : chart::Slot::part(static_cast<int>(seat) + 1);
        grid.columns.push_back(subject);
        grid.references.push_back(std::nullopt);
    }
    for (std::size_t row = 0; row < counts.size(); ++row) {
        grid.cells.emplace_back();
        for (const Subject& column : grid.columns)
            grid.cells.back().push_back(
                {nullptr, {}, counts[row][static_cast<std::size_t>(*column.seat)], citations[row]});
    }
    return grid;
}

}  // namespace regioscope::figures
