// The dot strip: the line that a sentence rests on. Each row is a measure with a scale of its own, a hairline
// from the lowest to the highest figure with a mark per region; the regions that the sentence names are large
// and carry their figure and their name. Both ends always carry their figure. It needs no key where the
// sentence names all.
#pragma once

#include <string>
#include <vector>

#include "chart/drawing.h"
#include "chart/quantity.h"
#include "chart/slot.h"

namespace regioscope::chart {

struct StripDot {
    std::string name;
    Quantity quantity;
    Slot slot = Slot::context();
    /// Highlighted: large, with its figure.
    Emphasis emphasis = Emphasis::quiet;
};

struct StripRow {
    /// The measure with its unit and period; may be empty beside a sentence that says it.
    std::string name;
    std::vector<StripDot> dots;
    /// What the position means: `3e hoogste van 6`. May be empty.
    std::string note;
};

struct DotStrip {
    enum class Names {
        beside_figures,  ///< `3,2% Emsland` under each highlighted mark
        left_out,        ///< where title or page say who the highlighted one is
    };

    std::vector<StripRow> rows = {};
    Names names = Names::beside_figures;
    /// For pairs: joins the highlighted marks of a row, and the others stand grey behind.
    bool joins_highlighted = false;
};

Drawing draw(const DotStrip& chart, double width);

}  // namespace regioscope::chart
