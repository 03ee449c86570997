// Names at the ends of lines, each behind the marker of its line, spread so that none touches another. A thin
// leader shows the way where a label had to move; it runs beside the plot, never through it.
#pragma once

#include <string>
#include <vector>

#include "chart/drawing.h"
#include "chart/scale/domain.h"
#include "chart/slot.h"

namespace regioscope::chart {

struct EndLabel {
    std::string name;
    /// The last figure, as shown.
    std::string value;
    Slot slot;
    Emphasis emphasis = Emphasis::normal;
    /// Not so for the names of reference lines, which have no marker.
    bool is_of_line = true;
};

/// The column that the labels need at the right of a drawing of that width; 0 without labels.
double end_labels_width(const std::vector<EndLabel>& labels, double width);

/// How high the labels are under each other.
double end_labels_height(const std::vector<EndLabel>& labels, double width);

/// Adds the labels right of `right`, each near the end of its line, inside the bounds from top to bottom.
void add_end_labels(Drawing& drawing, const std::vector<EndLabel>& labels, const std::vector<Point>& ends,
                    double right, Range bounds);

}  // namespace regioscope::chart
