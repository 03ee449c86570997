// Facts of the profiles, places and goals: kinds of figures without measurements.
#include <algorithm>
#include <array>

#include "figures/gathered.h"

namespace regioscope::figures {

namespace {

using data::RegionIndex;

void add_events(const data::Profile& profile, std::optional<Declaration::Facts> facts,
                std::vector<Event>& events) {
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

}  // namespace

void gather_facts(const Declaration& declared, const Material& material, Gathered& out) {
    const data::Dataset& dataset = material.dataset();
    const std::vector<RegionIndex>& regions =
        declared.regions.empty() ? material.regions() : declared.regions;
    if (out.shape == Shape::places) {
        for (const RegionIndex region : regions) {
            if (dataset[region].position) out.places.push_back(region);
        }
        return;
    }
    if (out.shape == Shape::targets) {
        const auto names = [](const auto& list, const auto& one) {
            return list.empty() || std::find(list.begin(), list.end(), one) != list.end();
        };
        for (const data::Goal& goal : material.edition->facts.goals) {
            if (!names(declared.goals, goal.id) || !names(declared.regions, goal.region)) continue;
            for (const data::Target& target : goal.newest().targets)
                out.targets.push_back({&goal, &target, goal.earlier_aim_of(target)});
        }
        return;
    }
    for (const RegionIndex region : regions) {
        const data::Profile& profile = material.edition->facts.profile(region);
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
    for (const RegionIndex region : regions) {
        const data::Profile& profile = material.edition->facts.profile(region);
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
