// Stated targets, in each version that a source gives.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/source.h"
#include "data/citation.h"
#include "data/element.h"
#include "data/index.h"
#include "data/period.h"
#include "data/text.h"
#include "data/value.h"

namespace regioscope::data {

struct Target {
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
};

struct Goal {
    std::string id;
    Text title;
    RegionIndex region{};
    Text owner;
    /// `choose`, `learn`, `work`, or empty.
    std::string action_line;
    std::optional<Element> element;
    std::vector<GoalVersion> versions;
    Span span;
};

}  // namespace regioscope::data
