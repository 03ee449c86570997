// From what was gathered to a chart of the chart room. Here figures become geometry, and nowhere else.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "chart/bar.h"
#include "chart/diverging_bar.h"
#include "chart/dot_plot.h"
#include "chart/dot_strip.h"
#include "chart/grouped_bar.h"
#include "chart/heatmap.h"
#include "chart/key.h"
#include "chart/ladder.h"
#include "chart/line.h"
#include "chart/locator_map.h"
#include "chart/scatter.h"
#include "chart/slope.h"
#include "chart/small_multiples.h"
#include "chart/stacked_bar.h"
#include "chart/timeline.h"
#include "figures/voice.h"

namespace regioscope::figures {

/// A chart of one kind, and the key that stands above it where marks are not named beside themselves.
struct Chart {
    std::variant<chart::BarChart, chart::GroupedBarChart, chart::StackedBarChart, chart::LineChart,
                 chart::SlopeChart, chart::DotPlot, chart::DotStrip, chart::DivergingBarChart,
                 chart::ScatterChart, chart::Heatmap, chart::SmallMultiples, chart::Timeline, chart::Ladder,
                 chart::LocatorMap>
        kind;
    std::vector<chart::KeyEntry> key = {};
};

chart::Drawing draw(const Chart& chart, double width);

/// Nothing for tables, and where there is nothing to draw. Signs are added to `notes`.
std::optional<Chart> chart_of(const Gathered& gathered, const Voice& voice,
                              const std::vector<Outline>& outlines, NoteList& notes);

/// Kinds without a grid.
Chart fact_chart(const Gathered& gathered, const Voice& voice, const std::vector<Outline>& outlines);

/// Ticks as numbers of the language, with the unit where it goes with every number.
chart::NumberAxis axis_of(data::IndicatorIndex indicator, const Presenter& presenter, std::string title = {});
chart::PeriodAxis period_axis(const Presenter& presenter);
/// Middle of a period, in the chart's days.
double day_of(const data::Period& period);

/// Regions and countries with their markers, each once.
std::vector<chart::KeyEntry> region_key(const std::vector<data::RegionIndex>& regions,
                                        const Presenter& presenter);

}  // namespace regioscope::figures
