// Writes acceptances into the text of datasets/accepted.json, so that nobody types the figures they hold for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "data/registers.h"

namespace regioscope::report {

inline constexpr std::string_view register_path = "datasets/accepted.json";

/// The register's text with an entry for each of the findings; entries of the same code and subject that are
/// `unused` make way, and leave their reason where `reason` is empty. `text` may be empty: there is no
/// register yet. Finding: `no-reason` when none is given and none was there.
Result<std::string> with_acceptances(std::string_view text, const std::vector<Finding>& accepted,
                                     const std::vector<data::Acceptance>& unused, const std::string& reason);

}  // namespace regioscope::report
