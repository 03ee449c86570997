// Reference lines: a benchmark, a target, a mean, drawn across a chart and named at its edge. They lie behind
// marks and stop at words.
#pragma once

#include <string>
#include <vector>

#include "chart/bar_mark.h"
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

/// Vertical lines through the plot with their names above it, broken where `words` stand.
void add_references_above(Drawing& drawing, const std::vector<Reference>& references, const Linear& x,
                          const Box& plot, const std::vector<Box>& words = {});

/// Horizontal lines through the plot, without names, broken where `words` stand.
void add_reference_lines(Drawing& drawing, const std::vector<Reference>& references, const Linear& y,
                         const Box& plot, const std::vector<Box>& words = {});

/// For horizontal lines with names: room right of the plot in a wide drawing, rows of a key above it in a
/// narrow one.
struct ReferenceRoom {
    double right = 0;
    double above = 0;
};
ReferenceRoom references_across_room(const std::vector<Reference>& references, double width);

/// Horizontal lines through the plot, broken where `words` stand. The key's rows begin at `key_top`.
void add_references_across(Drawing& drawing, const std::vector<Reference>& references, const Linear& y,
                           const Box& plot, double key_top, const std::vector<Box>& words = {});

/// Where a bar covers a line, a notch in the bar shows it.
void add_notches(Group& bars, const std::vector<Reference>& references, const Linear& scale,
                 Orientation orientation);

/// Moves a figure that a line would run through to the line's far side, when that is near.
Text clear_of(Text value, const std::vector<Reference>& references, const Linear& x, double drawing_width);

}  // namespace regioscope::chart
