// The key: what the parts or series of a chart are called, in rows above it. Only where direct labels cannot
// be.
#pragma once

#include <string>
#include <vector>

#include "chart/drawing.h"
#include "chart/slot.h"

namespace regioscope::chart {

struct KeyEntry {
    enum class Sample { swatch, marker };

    std::string name;
    /// Class of the colour: `part-2`, `region-1`.
    Slot slot;
    Sample sample = Sample::swatch;
};

/// Adds the rows below `top` and returns where they end; `top` itself without entries.
double add_key(Drawing& drawing, const std::vector<KeyEntry>& entries, double top);

}  // namespace regioscope::chart
