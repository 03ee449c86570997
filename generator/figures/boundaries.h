// The boundaries of regions: which divisions of the land a project brings (datasets/boundaries.json, and the
// GeoJSON or TopoJSON files in datasets/boundaries/), and which shapes the areas of its regions have in them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk.h"
#include "base/finding.h"
#include "chart/map_view.h"
#include "data/dataset.h"

namespace regioscope::figures {

inline constexpr std::string_view boundaries_path = "datasets/boundaries.json";
inline constexpr std::string_view boundaries_folder = "datasets/boundaries";

/// A division as one file has it.
struct BoundarySet {
    std::string id;
    std::string file;
    std::string scheme;
    std::string version;
    /// The property of a feature that holds its code; empty: its id.
    std::string code;
    /// The line that its makers ask for.
    data::Text copyright;
    Span span;
};

/// What an area looks like.
struct AreaShape {
    chart::Rings rings;
    /// Index into Boundaries::sets.
    std::size_t set = 0;
};

struct Boundaries {
    std::vector<BoundarySet> sets;
    std::map<data::AreaIndex, AreaShape> areas;
    data::WrittenTexts texts;

    /// Null when nobody gave them.
    const AreaShape* of(data::AreaIndex area) const;
};

/// Findings: those of JSON, of texts and of files; `missing-file`, `undeclared-boundaries` (a warning: a file
/// that the register does not name), `bad-geometry` (no polygon, or no degrees), `no-geometry` (the file
/// holds no shapes, or none with a code), `duplicate-code`, `unknown-boundary` (an area names a code that the
/// file has not), `mixed-boundaries` (a warning: an area is of another version than the file),
/// `missing-copyright` (a warning: the makers of a scheme ask for a line), `too-much-work`.
Boundaries read_boundaries(const Disk& disk, const data::Dataset& dataset,
                           const std::vector<std::string>& languages, SourceLibrary& library,
                           Findings& findings);

}  // namespace regioscope::figures
