// The stacked bar chart: parts of a whole, as amounts or as shares of 100 %. Only compositions may be
// stacked; the parts of a row then add up to its whole. The parts that the title names stand first and are
// the strongest; the others are greys then. Amounts below zero stand on the other side of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chart/quantity.h"
#include "chart/slot.h"

namespace regioscope::chart {

struct PartName {
    std::string name;
    Slot slot;
    /// Highlighted: named in the title.
    Emphasis emphasis = Emphasis::normal;
};

struct StackedRow {
    std::string name;
    /// One per part name, in their order. Bounds and ranges are hollow.
    std::vector<Quantity> parts;
    /// The declared whole, if there is one: what the parts lack of it when one of them is missing is hatched.
    std::optional<double> whole = {};
    Emphasis emphasis = Emphasis::normal;
    /// Stands in the row instead of its parts, where they cannot be shared out: `totaal onbekend`, `totaal is
    /// 0`.
    std::string instead = {};
};

struct StackedBarChart {
    enum class Length {
        amount,  ///< bars as long as their whole
        share,   ///< all bars as long: 100 %
    };

    Length length = Length::share;
    std::vector<PartName> parts = {};
    std::vector<StackedRow> rows = {};
};

Drawing draw(const StackedBarChart& chart, double width);

}  // namespace regioscope::chart
