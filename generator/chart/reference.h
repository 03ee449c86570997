// Reference lines: a benchmark, a target, a mean, drawn across a chart and named at its edge.
#pragma once

#include <string>
#include <vector>

#include "chart/drawing.h"
#include "chart/scale/linear.h"
#include "chart/slot.h"

namespace regioscope::chart {

struct Reference {
    double value = 0;
    /// With its number: `Nederland 6,9%`.
    std::string label;
    /// A benchmark, or accent for a target.
    Slot slot = Slot::benchmark(1);
};

/// Gathers what a scale must reach.
void add_to(Extent& extent, const std::vector<Reference>& references);

/// How much room the names take above the plot when they stand in `width`; names that would touch get rows of
/// their own.
double references_above_height(const std::vector<Reference>& references, const Linear& x, double width);

/// Vertical lines through the plot with their names above it.
void add_references_above(Drawing& drawing, const std::vector<Reference>& references, const Linear& x,
                          const Box& plot);

/// Horizontal lines through the plot, without names.
void add_reference_lines(Drawing& drawing, const std::vector<Reference>& references, const Linear& y,
                         const Box& plot);

/// For horizontal lines with names: room right of the plot in a wide drawing, rows of a key above it in a
/// narrow one.
struct ReferenceRoom {
    double right = 0;
    double above = 0;
};
ReferenceRoom references_across_room(const std::vector<Reference>& references, double width);

/// Horizontal lines through the plot. The key's rows begin at `key_top`.
void add_references_across(Drawing& drawing, const std::vector<Reference>& references, const Linear& y,
                           const Box& plot, double key_top);

}  // namespace regioscope::chart
