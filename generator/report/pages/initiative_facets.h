// Initiatives and the sides by which they can be found: area, element, line of action. One list of sides
// makes the lists for readers without script and the filters for the others.
#pragma once

#include <string>
#include <vector>

#include "report/page_context.h"

namespace regioscope::report {

struct Facet {
    struct Choice {
        /// A word of the model, or a year.
        std::string id;
        /// For readers.
        std::string label;
        /// Positions among the edition's.
        std::vector<std::size_t> initiatives;
    };
    /// `region`; the key in a shared address.
    std::string id;
    std::string name;
    /// Those that occur, in the order in which readers look for them.
    std::vector<Choice> choices;
};

/// Sides with fewer than two choices are left out.
std::vector<Facet> initiative_facets(const PageContext& context);

/// `region:twente theme:education`: what a filter holds one initiative against, by its position.
std::string sides_of(const std::vector<Facet>& facets, std::size_t initiative);

}  // namespace regioscope::report
