// The ten elements of an ecosystem, by which facts, goals and initiatives are sorted.
#pragma once

#include "base/word_table.h"

namespace regioscope::data {

/// One of the ten ecosystem elements (Stam 2015), in the order of its figure.
enum class Element {
    formal_institutions,
    culture,
    physical_infrastructure,
    demand,
    networks,
    leadership,
    finance,
    talent,
    new_knowledge,
    intermediate_services
};

inline constexpr WordTable<Element, 10> element_words = {
    {"formal-institutions", "culture", "physical-infrastructure", "demand", "networks", "leadership",
     "finance", "talent", "new-knowledge", "intermediate-services"}};

inline std::string_view id_of(Element element) {
    return element_words[element];
}

}  // namespace regioscope::data
