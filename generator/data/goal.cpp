#include "data/goal.h"

#include <algorithm>

namespace regioscope::data {

const Target* GoalVersion::replaced_by(const Target& other) const {
    const auto found = std::find_if(targets.begin(), targets.end(), [&](const Target& target) {
        return !target.id.empty() && target.id == other.id;
    });
    return found == targets.end() ? nullptr : &*found;
}

const Target* Goal::earlier_aim_of(const Target& of_newest) const {
    for (auto version = std::next(versions.rbegin()); version != versions.rend(); ++version) {
        const Target* const before = version->replaced_by(of_newest);
        if (before != nullptr && before->target && !(before->target == of_newest.target)) return before;
    }
    return nullptr;
}

}  // namespace regioscope::data
