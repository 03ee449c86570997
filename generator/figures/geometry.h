// Shapes of GeoJSON (RFC 7946) and TopoJSON files, in degrees.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "base/json.h"
#include "chart/map_view.h"

namespace regioscope::figures {

/// Shapes by their codes, each thinned to what a map can show. `code` is the property that holds the code;
/// empty: the feature's id. Findings: `bad-geometry`, `no-geometry`, `duplicate-code`, `too-much-work`.
std::map<std::string, chart::Rings, std::less<>> read_shapes(const json::Value& file, std::string_view code,
                                                             Findings& findings);

/// The property whose values look like codes, for who has to name one; empty when none does.
std::string guess_code(const json::Value& file);

}  // namespace regioscope::figures
