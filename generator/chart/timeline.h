// The timeline: founding years, milestones, programmes. Wide, along an axis, with a lane for each of those to
// whom the events belong; all lanes share one scale of time. Narrow, as a list down the page.
#pragma once

#include <string>
#include <vector>

#include "chart/line.h"
#include "chart/slot.h"

namespace regioscope::chart {

struct Event {
    /// See middle_of(); a programme lasts from `day` to `end`, a moment ends when it begins.
    double day = 0;
    double end = 0;
    /// As written: `1961`, `2006–2015`.
    std::string when;
    std::string text;
    Slot slot = Slot::accent();
    Emphasis emphasis = Emphasis::normal;
    /// Index into Timeline::lanes.
    std::size_t lane = 0;
};

/// Those to whom events belong.
struct Lane {
    std::string name;
    Slot slot = Slot::accent();
};

struct Timeline {
    PeriodAxis periods = {};
    /// Two or more, or none.
    std::vector<Lane> lanes = {};
    /// Any order; they are drawn by day.
    std::vector<Event> events = {};
};

Drawing draw(const Timeline& chart, double width);

}  // namespace regioscope::chart
