// The ten elements of an ecosystem, by which facts, goals and initiatives are sorted.
#pragma once

#include <optional>
#include <string_view>

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

std::string_view id_of(Element element);
std::optional<Element> parse_element(std::string_view id);

}  // namespace regioscope::data
