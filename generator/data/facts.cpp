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

/// Every part of a profile that is said for itself.
void for_each_part(const Profile& profile, const auto& work) {
    const auto take = [&](const auto& entry) {
        if (entry) work(*entry);
    };
    take(profile.summary);
    take(profile.innovation);
    take(profile.ladder);
    take(profile.pair);
    take(profile.employers);
    const auto take_all = [&](const auto& entries) {
        for (const auto& entry : entries)
            work(entry);
    };
    take_all(profile.organisations);
    take_all(profile.partnerships);
    take_all(profile.milestones);
    take_all(profile.facts);
}

}  // namespace

void check_editions(const Facts& facts, const std::vector<Edition>& editions, Findings& findings) {
    for (const Profile& profile : facts.profiles)
        for_each_part(profile, [&](const auto& part) { part.editions.check(editions, findings); });
}

const Goal* Facts::find_goal(std::string_view id) const {
    const auto found =
        std::find_if(goals.begin(), goals.end(), [&](const Goal& goal) { return goal.id == id; });
    return found == goals.end() ? nullptr : &*found;
}

Facts visible_facts(const Dataset& dataset, const std::vector<Edition>& editions, std::size_t edition) {
    const auto is_hidden = [&](const auto& fact) {
        return !is_visible(dataset, fact.citation, editions[edition]);
    };
    const auto is_unsaid = [&](const auto& part) {
        return is_hidden(part) || !part.editions.includes(editions, edition);
    };
    Facts facts = dataset.all_facts;
    facts.profiles.assign(dataset.regions.size(), {});
    for (std::size_t i = 0; i < dataset.regions.size(); ++i)
        facts.profiles[i].region = static_cast<RegionIndex>(i);
    for (const Profile& profile : dataset.all_facts.profiles)
        facts.profiles[static_cast<std::size_t>(profile.region)] = visible_profile(profile, is_unsaid);
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
