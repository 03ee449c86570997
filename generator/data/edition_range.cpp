#include "data/edition_range.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/suggest.h"

namespace regioscope::data {

bool EditionRange::includes(const std::vector<Edition>& editions, std::size_t edition) const {
    for (std::size_t i = 0; i < editions.size(); ++i) {
        if (editions[i].id == from && edition < i) return false;
        if (editions[i].id == until && edition > i) return false;
    }
    return true;
}

void EditionRange::check(const std::vector<Edition>& editions, Findings& findings) const {
    check_edition(from, from_span, editions, findings);
    check_edition(until, until_span, editions, findings);
}

void check_edition(std::string_view id, Span span, const std::vector<Edition>& editions, Findings& findings) {
    std::vector<std::string_view> ids;
    for (const Edition& edition : editions)
        ids.push_back(edition.id);
    if (id.empty() || std::find(ids.begin(), ids.end(), id) != ids.end()) return;
    findings.error("unknown-edition", span, fmt::format("no edition '{}'{}", id, did_you_mean(id, ids)))
        .note("the editions are declared in site/report.json");
}

}  // namespace regioscope::data
