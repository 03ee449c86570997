// The key: what the parts or series of a chart are called, in rows above it. Only where direct labels cannot
// be.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chart/drawing.h"
#include "chart/scale/domain.h"
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

/// The names in one row instead, each above its stretch of the first bar, where all of them have room in
/// `room`; nothing where they have not. Returns where the row ends, as add_key() does.
std::optional<double> add_names_over(Drawing& drawing, const std::vector<KeyEntry>& entries,
                                     const std::vector<Range>& stretches, Range room, double top);

}  // namespace regioscope::chart
