// What sources say beside figures. The Dataset has all of it, whenever it was published; an edition has the
// part that it may see.
#pragma once

#include <string_view>
#include <vector>

#include "base/finding.h"
#include "data/goal.h"
#include "data/initiative.h"
#include "data/profile.h"

namespace regioscope::data {

struct Dataset;
struct Edition;

struct Facts {
    std::vector<Profile> profiles;
    std::vector<Goal> goals;
    std::vector<Initiative> initiatives;
    std::vector<ActionCount> action_counts;
    std::vector<Condition> conditions;

    /// Of an edition's facts only, which have a profile for every region; it may be empty.
    const Profile& profile(RegionIndex region) const { return profiles[static_cast<std::size_t>(region)]; }
    /// Null when there is none of that id.
    const Goal* find_goal(std::string_view id) const;
};

/// What an edition (an index into `editions`) may see: of every region's profile, in the order of the
/// regions, the parts that are published by then and said in it, milestones in time order; of the goals those
/// versions, oldest first, and no goal without one; of the rest what is published.
Facts visible_facts(const Dataset& dataset, const std::vector<Edition>& editions, std::size_t edition);

/// Says which editions profiles name that there are not: `unknown-edition`.
void check_editions(const Facts& facts, const std::vector<Edition>& editions, Findings& findings);

}  // namespace regioscope::data
