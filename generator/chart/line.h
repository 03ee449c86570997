// The line chart: series over time with their names at the lines' ends. Where a figure is missing the line
// breaks; where nobody has looked for a long time it is dotted. Who has no figure at all is named below.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "chart/axis.h"
#include "chart/quantity.h"
#include "chart/reference.h"
#include "chart/scale/period.h"
#include "chart/slot.h"

namespace regioscope::chart {

/// A period by name.
struct NamedPeriod {
    /// Its middle, see middle_of().
    double day = 0;
    std::string name;
};

struct PeriodAxis {
    /// How ticks read. Empty: `2015`, `2015-Q1`, `2015-03`.
    std::function<std::string(const PeriodTick&)> format = {};
    /// The periods of the figures, which are then named where they stand, as far as there is room. Empty:
    /// months, quarters or years at even steps.
    std::vector<NamedPeriod> named = {};
};

std::string tick_text(const PeriodAxis& axis, const PeriodTick& tick);

struct LinePoint {
    /// See day_number() and middle_of().
    double day = 0;
    Quantity quantity;
};

struct Series {
    std::string name;
    /// By day, ascending.
    std::vector<LinePoint> points;
    Slot slot = Slot::accent();
    Emphasis emphasis = Emphasis::normal;
};

/// What the author says of a stretch of time.
struct PeriodRemark {
    /// Days, as of LinePoint.
    double first = 0;
    double last = 0;
    Remark remark;
};

struct LineChart {
    NumberAxis axis = {};
    PeriodAxis periods = {};
    std::vector<Series> series = {};
    /// Means, targets.
    std::vector<Reference> references = {};
    std::vector<PeriodRemark> remarks = {};
    /// Small multiples name their series in the panels' titles.
    bool names_series = true;
    /// Of the plot without its axes.
    double plot_height = 260;
    /// Given when several charts share their scales; else gathered from the series.
    std::optional<Domain> values = {};
    std::optional<Domain> days = {};
};

/// What the chart's scales would reach by themselves.
Domain value_domain(const LineChart& chart);
Domain day_domain(const LineChart& chart);

Drawing draw(const LineChart& chart, double width);

}  // namespace regioscope::chart
