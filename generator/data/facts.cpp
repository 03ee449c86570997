#include "data/facts.h"

#include <algorithm>

#include "data/edition.h"

namespace regioscope::data {

namespace {

Profile visible_profile(Profile profile, const auto& is_hidden) {
    const auto drop = [&](auto& entry) {
        if (entry && is_hidden(*entry)) entry.reset();
    };
    drop(profile.summary);
    drop(profile.innovation);
    drop(profile.ladder);
    drop(profile.pair);
    drop(profile.employers);
    std::erase_if(profile.organisations, is_hidden);
    std::erase_if(profile.partnerships, is_hidden);
    std::erase_if(profile.milestones, is_hidden);
    std::erase_if(profile.facts, is_hidden);
    std::stable_sort(profile.milestones.begin(), profile.milestones.end(),
                     [](const auto& a, const auto& b) { return a.period.first < b.period.first; });
    return profile;
}

}  // namespace

const Goal* Facts::find_goal(std::string_view id) const {
    const auto found =
        std::find_if(goals.begin(), goals.end(), [&](const Goal& goal) { return goal.id == id; });
    return found == goals.end() ? nullptr : &*found;
}

Facts visible_facts(const Dataset& dataset, const Edition& edition) {
    const auto is_hidden = [&](const auto& fact) { return !is_visible(dataset, fact.citation, edition); };
    Facts facts = dataset.all_facts;
    facts.profiles.assign(dataset.regions.size(), {});
    for (std::size_t i = 0; i < dataset.regions.size(); ++i)
        facts.profiles[i].region = static_cast<RegionIndex>(i);
    for (const Profile& profile : dataset.all_facts.profiles)
        facts.profiles[static_cast<std::size_t>(profile.region)] = visible_profile(profile, is_hidden);
    for (Goal& goal : facts.goals) {
        std::erase_if(goal.versions, is_hidden);
        std::stable_sort(goal.versions.begin(), goal.versions.end(), [&](const auto& a, const auto& b) {
            return published(dataset, a.citation) < published(dataset, b.citation);
        });
    }
    std::erase_if(facts.goals, [](const Goal& goal) { return goal.versions.empty(); });
    std::erase_if(facts.initiatives, is_hidden);
    std::erase_if(facts.action_counts, is_hidden);
    std::erase_if(facts.conditions, is_hidden);
    return facts;
}

}  // namespace regioscope::data
