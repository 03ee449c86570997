// JSON-stat 2.0 (json-stat.org): a cube of figures with the labels of its dimensions.
#pragma once

#include "base/finding.h"
#include "base/json.h"
#include "tabular/grid.h"
#include "tabular/layout.h"

namespace regioscope::tabular {

bool is_json_stat(const json::Value& root);

struct JsonStat {
    /// A row for each figure.
    Grid grid;
    Layout layout;
};

/// Findings: `invalid-json-stat` where sizes, ids and categories do not fit each other, `too-many-cells`.
std::optional<JsonStat> read_json_stat(const json::Value& root, const std::string& file, Findings& findings);

}  // namespace regioscope::tabular
