// Programmes, funds and actions; what sources count of them; conditions for working together.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/source.h"
#include "data/action_line.h"
#include "data/citation.h"
#include "data/element.h"
#include "data/index.h"
#include "data/party.h"
#include "data/period.h"
#include "data/text.h"
#include "data/value.h"

namespace regioscope::data {

struct Amount {
    Value value;
    UnitIndex unit{};
    Text of;
};

struct Initiative {
    std::string id;
    Text name;
    std::string kind;
    std::vector<Party> initiators;
    std::vector<Party> parties;
    std::vector<RegionIndex> regions;
    std::vector<std::string> themes;
    std::vector<Element> elements;
    std::vector<ActionLine> action_lines;
    std::vector<std::string> levels;
    std::optional<Period> period;
    std::vector<Amount> amounts;
    std::optional<Decimal> share;
    Text for_whom;
    std::vector<std::string> goals;
    Text description;
    Citation citation;
    Span span;
};

/// A count that a source prints: of actions by action line, of goals, of parts of a plan.
struct ActionCount {
    /// May be empty.
    std::string id;
    Text what;
    std::optional<ActionLine> action_line;
    Value value;
    Citation citation;
    Span span;
};

/// A condition for collaboration, as a model in a source names it.
struct Condition {
    std::string model;
    Text condition;
    Text explanation;
    Citation citation;
    Span span;
};

}  // namespace regioscope::data
