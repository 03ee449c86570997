// The bar chart: one figure per name, from zero. Lying bars for names, standing ones for short names and for
// sequences of periods.
#pragma once

#include <string>
#include <vector>

#include "chart/axis.h"
#include "chart/quantity.h"
#include "chart/reference.h"
#include "chart/slot.h"

namespace regioscope::chart {

struct Bar {
    std::string name;
    Quantity quantity;
    Slot slot = Slot::accent();
    Emphasis emphasis = Emphasis::normal;
};

struct BarChart {
    enum class Layout {
        rows,      ///< lying bars; every figure is printed, so there is no axis
        columns,   ///< standing bars; becomes rows where a name does not fit under its bar
        sequence,  ///< standing bars in an order that means something; where names do not fit, every n-th is
                   ///< shown
    };

    Layout layout = Layout::rows;
    /// The title stands at the top; the format is for the ticks of a sequence whose figures do not fit.
    NumberAxis axis = {};
    /// In this order: sorting is the caller's.
    std::vector<Bar> bars = {};
    std::vector<Reference> references = {};
};

Drawing draw(const BarChart& chart, double width);

}  // namespace regioscope::chart
