// Stated targets, in each version that a source gives.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/source.h"
#include "data/action_line.h"
#include "data/citation.h"
#include "data/element.h"
#include "data/index.h"
#include "data/period.h"
#include "data/text.h"
#include "data/value.h"

namespace regioscope::data {

struct Target {
    /// What the versions of its goal call it; empty where it cannot be told from the others.
    std::string id;
    Text measure;
    Text text;
    std::optional<IndicatorIndex> indicator;
    std::optional<UnitIndex> unit;
    std::optional<Value> baseline;
    std::optional<Period> baseline_period;
    std::optional<Value> target;
    std::optional<Period> due;
    Span span;
};

struct GoalVersion {
    Citation citation;
    std::vector<Target> targets;
    Text note;
    Span span;

    /// The target that `other`, of a later version, replaces; null when there is none.
    const Target* replaced_by(const Target& other) const;
};

struct Goal {
    std::string id;
    Text title;
    RegionIndex region{};
    Text owner;
    std::optional<ActionLine> action_line;
    std::optional<Element> element;
    /// As written; those that an edition sees (visible_facts) oldest first.
    std::vector<GoalVersion> versions;
    Span span;

    /// Of those that an edition sees: what counts in it.
    const GoalVersion& newest() const { return versions.back(); }
    /// The last other number that the same target had before; null when it never had one.
    const Target* earlier_aim_of(const Target& of_newest) const;
};

}  // namespace regioscope::data
