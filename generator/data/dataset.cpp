#include "data/dataset.h"

#include <algorithm>

namespace regioscope::data {

namespace {

template <class Thing>
const Thing* find_by_id(const std::vector<Thing>& things, std::string_view id) {
    const auto found =
        std::find_if(things.begin(), things.end(), [&](const Thing& thing) { return thing.id == id; });
    return found == things.end() ? nullptr : &*found;
}

}  // namespace

const RegionSet* Dataset::find_set(std::string_view id) const {
    return find_by_id(region_sets, id);
}

const Composition* Dataset::find_composition(std::string_view id) const {
    return find_by_id(compositions, id);
}

std::vector<std::string_view> Dataset::goal_ids() const {
    std::vector<std::string_view> ids;
    for (const Goal& goal : all_facts.goals)
        ids.push_back(goal.id);
    return ids;
}

}  // namespace regioscope::data
