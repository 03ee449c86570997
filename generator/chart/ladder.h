// The ladder: how far collaboration has come (rungs, upwards) against what it is about (agendas, to the
// right).
#pragma once

#include <string>
#include <vector>

#include "chart/drawing.h"
#include "chart/quantity.h"
#include "chart/slot.h"

namespace regioscope::chart {

struct LadderItem {
    std::string name;
    /// From 0, the lowest rung and the first agenda. Items off the ladder are not drawn.
    std::size_t rung = 0;
    std::size_t agenda = 0;
    Slot slot = Slot::context();
    /// Provisional: our reading, not the source's own rung; drawn open.
    Status status = Status::firm;
    Emphasis emphasis = Emphasis::normal;
};

struct Ladder {
    std::string rung_title;
    std::string agenda_title;
    /// From the lowest.
    std::vector<std::string> rungs = {};
    /// From the narrowest. Empty: one column without a head.
    std::vector<std::string> agendas = {};
    std::vector<LadderItem> items = {};
};

Drawing draw(const Ladder& chart, double width);

}  // namespace regioscope::chart
