#include "data/element.h"

#include <algorithm>
#include <array>

namespace regioscope::data {

namespace {

/// In the order of the enumeration.
constexpr std::array<std::string_view, 10> element_ids = {"formal-institutions",
                                                          "culture",
                                                          "physical-infrastructure",
                                                          "demand",
                                                          "networks",
                                                          "leadership",
                                                          "finance",
                                                          "talent",
                                                          "new-knowledge",
                                                          "intermediate-services"};

}  // namespace

std::string_view id_of(Element element) {
    return element_ids[static_cast<std::size_t>(element)];
}

std::optional<Element> parse_element(std::string_view id) {
    const auto* const found = std::find(element_ids.begin(), element_ids.end(), id);
    if (found == element_ids.end()) return std::nullopt;
    return static_cast<Element>(found - element_ids.begin());
}

}  // namespace regioscope::data
