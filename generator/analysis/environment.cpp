#include "analysis/environment.h"

#include <algorithm>

namespace regioscope::analysis {

void Environment::record(const Measurement& measurement) {
    const auto known = std::find(measurements_read_.begin(), measurements_read_.end(), &measurement);
    if (known == measurements_read_.end()) measurements_read_.push_back(&measurement);
}

void Environment::record(const data::Citation& citation) {
    const bool known = std::any_of(facts_read_.begin(), facts_read_.end(), [&](const data::Citation& other) {
        return other.source == citation.source && other.part == citation.part &&
               other.locator.label == citation.locator.label &&
               other.locator.anchor == citation.locator.anchor;
    });
    if (!known) facts_read_.push_back(citation);
}

}  // namespace regioscope::analysis
