// The editions of a report, and between which of them something holds: a page, a figure, a claim, a check, a
// correction.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/source.h"
#include "data/period.h"

namespace regioscope::data {

struct Edition {
    std::string id;
    Date as_of;
};

struct EditionRange {
    /// Ids; an empty one does not bound, and neither does one of no edition.
    std::string from;
    std::string until;
    Span from_span;
    Span until_span;

    /// Is `edition` (an index into `editions`, which are in time order) within it?
    bool includes(const std::vector<Edition>& editions, std::size_t edition) const;
    /// Findings: those of check_edition.
    void check(const std::vector<Edition>& editions, Findings& findings) const;
};

/// Finding `unknown-edition`; an empty id is none.
void check_edition(std::string_view id, Span span, const std::vector<Edition>& editions, Findings& findings);

}  // namespace regioscope::data
