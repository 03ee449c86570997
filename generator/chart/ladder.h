// The ladder: how far collaboration has come, rung by rung upwards.
#pragma once

#include <string>
#include <vector>

#include "chart/drawing.h"
#include "chart/quantity.h"
#include "chart/slot.h"

namespace regioscope::chart {

struct LadderItem {
    std::string name;
    /// From 0, the lowest. Items off the ladder are not drawn.
    std::size_t rung = 0;
    Slot slot = Slot::context();
    /// Provisional: our reading, not the source's own rung; drawn open.
    Status status = Status::firm;
    Emphasis emphasis = Emphasis::normal;
};

struct Ladder {
    std::string rung_title;
    /// From the lowest.
    std::vector<std::string> rungs = {};
    std::vector<LadderItem> items = {};
};

Drawing draw(const Ladder& chart, double width);

}  // namespace regioscope::chart
