// The histogram: how many lie where. Classes stand side by side on the number axis, from edge to edge, each
// with what it holds above it.
#pragma once

#include <string>
#include <vector>

#include "chart/axis.h"
#include "chart/reference.h"

namespace regioscope::chart {

struct Histogram {
    struct Class {
        std::size_t count = 0;
        /// Above the class; empty where it holds nothing.
        std::string label;
        /// For the pointer.
        std::string tip;
    };

    NumberAxis axis;
    /// Ascending; one more than classes, which are at least one.
    std::vector<Tick> edges;
    std::vector<Class> classes;
    /// Figures to be seen among the others, by name.
    std::vector<Reference> references;
};

Drawing draw(const Histogram& chart, double width);

}  // namespace regioscope::chart
