// Regions and indicators that an import proposes, as the lines that a project's files would hold.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "data/dataset.h"
#include "tabular/understanding.h"

namespace regioscope::cli {

/// Lines by id.
using Additions = std::vector<std::pair<std::string, std::string>>;

Additions region_additions(const std::vector<tabular::Proposal>& proposals, const std::string& country,
                           const std::vector<std::string>& languages);
/// Each in the first theme, and in the first unit of a kind that fits.
Additions indicator_additions(const std::vector<tabular::Proposal>& proposals, const data::Dataset& dataset,
                              const std::string& language);

/// The text of a file with more members at the end of the object under `key`.
std::string with_additions(const std::string& text, std::string_view key, const Additions& additions);

}  // namespace regioscope::cli
