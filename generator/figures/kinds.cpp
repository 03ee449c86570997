// How each kind of figure is drawn, and the table of all kinds.
#include <algorithm>
#include <array>
#include <limits>

#include "analysis/ranking.h"
#include "chart/bar.h"
#include "chart/choropleth.h"
#include "chart/diverging_bar.h"
#include "chart/dot_plot.h"
#include "chart/dot_strip.h"
#include "chart/grouped_bar.h"
#include "chart/heatmap.h"
#include "chart/key.h"
#include "chart/ladder.h"
#include "chart/locator_map.h"
#include "chart/scatter.h"
#include "chart/slope.h"
#include "chart/small_multiples.h"
#include "chart/stacked_bar.h"
#include "chart/timeline.h"
#include "figures/chart_data.h"
#include "figures/comparison_table.h"
#include "figures/describe.h"
#include "figures/distribution.h"
#include "figures/parts.h"
#include "figures/ranking_table.h"

namespace regioscope::figures {

namespace {

// ---- Bars ----

Chart bars_in(chart::BarChart::Layout layout, ChartData& data) {
    chart::BarChart chart{layout, data.axis()};
    for (std::size_t i = 0; i < data.grid().rows.size(); ++i) {
        const Subject& row = data.grid().rows[i];
        if (row.is_benchmark) continue;
        chart.bars.push_back({data.label(row), data.quantity(i, 0), row.slot, row.emphasis});
    }
    chart.references = data.references(0);
    return drawn(std::move(chart));
}

Chart bars(ChartData& data) {
    return bars_in(chart::BarChart::Layout::rows, data);
}

Chart columns(ChartData& data) {
    const bool is_sequence = data.gathered().shape == Shape::sequence;
    return bars_in(is_sequence ? chart::BarChart::Layout::sequence : chart::BarChart::Layout::columns, data);
}

Chart grouped_bars(ChartData& data) {
    const Grid& grid = data.grid();
    chart::GroupedBarChart chart;
    for (const Subject& row : grid.rows)
        chart.series.push_back({data.label(row), row.slot, row.emphasis});
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
        chart.groups.push_back({data.label(grid.columns[column]), {}});
        for (std::size_t row = 0; row < grid.rows.size(); ++row)
            chart.groups.back().quantities.push_back(data.quantity(row, column));
    }
    return drawn(std::move(chart));
}

/// Amounts that are all nothing leave nothing to draw: the nothing is written.
bool is_nothing(const std::vector<chart::Quantity>& parts) {
    return !parts.empty() && std::all_of(parts.begin(), parts.end(), [](const chart::Quantity& part) {
        return part.kind == chart::Quantity::Kind::point && part.low == 0;
    });
}

Chart stacked_bars_of(chart::StackedBarChart::Length length, ChartData& data) {
    const Grid& grid = data.grid();
    chart::StackedBarChart chart{length};
    for (const Subject& part : grid.columns)
        chart.parts.push_back({data.label(part), part.slot, part.emphasis});
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        RowOfParts parts = data.parts(row);
        const auto& whole = grid.rows[row].whole;
        const std::string_view reason = reason_of(grid.rows[row].unshared);
        std::string instead = !reason.empty()           ? data.presenter().message(reason)
                              : is_nothing(parts.parts) ? parts.parts.front().text
                                                        : std::string();
        chart.rows.push_back({std::move(parts.name), std::move(parts.parts),
                              whole ? std::optional(whole->to_double()) : std::nullopt,
                              grid.rows[row].emphasis, std::move(instead)});
    }
    return drawn(std::move(chart));
}

Chart stacked_bars(ChartData& data) {
    return stacked_bars_of(chart::StackedBarChart::Length::amount, data);
}

Chart share_bars(ChartData& data) {
    return stacked_bars_of(chart::StackedBarChart::Length::share, data);
}

Chart diverging_bars(ChartData& data) {
    const Grid& grid = data.grid();
    chart::DivergingBarChart chart{data.axis()};
    if (grid.centre) {
        const Datum& centre = grid.cells[*grid.centre].front();
        chart.centre = data.label(grid.rows[*grid.centre]) + " " +
                       data.presenter().figure(*centre.measurement, {.form = locale::Display::Form::table});
        chart.below = data.presenter().message("figure.lower");
        chart.above = data.presenter().message("figure.higher");
    }
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        if (grid.centre == row) continue;
        chart.bars.push_back({data.label(grid.rows[row]), data.quantity(row, 0), grid.rows[row].slot,
                              grid.rows[row].emphasis});
    }
    return drawn(std::move(chart));
}

// ---- Through time ----

Chart lines(ChartData& data) {
    chart::LineChart chart{data.axis(), data.period_axis()};
    for (std::size_t row = 0; row < data.grid().rows.size(); ++row)
        chart.series.push_back(data.series(row));
    chart.references = data.levels();
    chart.remarks = data.period_remarks();
    return drawn(std::move(chart));
}

std::size_t line_count(const Gathered& gathered) {
    return gathered.grid.rows.size();
}

Chart slopes(ChartData& data) {
    const Grid& grid = data.grid();
    chart::SlopeChart chart{data.axis()};
    if (grid.columns.size() < 2) return drawn(std::move(chart));
    const std::size_t last = grid.columns.size() - 1;
    chart.before = data.label(grid.columns.front());
    chart.after = data.label(grid.columns[last]);
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        const Subject& subject = grid.rows[row];
        chart.slopes.push_back({data.series_name(subject), data.quantity(row, 0), data.quantity(row, last),
                                data.slot_of_line(row), subject.emphasis, data.change(row)});
    }
    return drawn(std::move(chart));
}

/// A panel per region; with several indicators a panel per indicator, each on its own scale.
Chart panels(ChartData& data) {
    chart::SmallMultiples chart;
    const bool per_indicator = data.gathered().indicators.size() > 1;
    chart.scales =
        per_indicator ? chart::SmallMultiples::Scales::per_panel : chart::SmallMultiples::Scales::shared;
    for (std::size_t row = 0; row < data.grid().rows.size(); ++row) {
        const Subject& subject = data.grid().rows[row];
        std::string title =
            per_indicator ? data.presenter().short_name(*subject.indicator) : data.label(subject);
        // In a panel of its own a line is told by its region.
        chart::Series series = data.series(row);
        series.slot = subject.slot;
        if (per_indicator && !chart.panels.empty() && chart.panels.back().title == title) {
            chart.panels.back().chart.series.push_back(std::move(series));
            continue;
        }
        chart::LineChart line{per_indicator ? data.axis(*subject.indicator) : data.axis(),
                              data.period_axis()};
        line.series.push_back(std::move(series));
        line.remarks = data.period_remarks();
        chart.panels.push_back({std::move(title), std::move(line)});
    }
    return drawn(std::move(chart));
}

std::size_t panel_count(const Gathered& gathered) {
    return gathered.indicators.size() > 1 ? gathered.indicators.size() : gathered.grid.rows.size();
}

// ---- Dots ----

Chart dots(ChartData& data) {
    const Grid& grid = data.grid();
    chart::DotPlot chart{data.axis()};
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
        const bool is_earlier = grid.columns[column].period && column + 1 < grid.columns.size();
        chart.series.push_back({data.label(grid.columns[column]), grid.columns[column].slot, is_earlier});
    }
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        const Subject& subject = grid.rows[row];
        const bool own_colour = grid.columns.front().period.has_value() || grid.columns.size() == 1;
        chart.rows.push_back({data.label(subject), data.quantities(row),
                              own_colour ? subject.slot : chart::Slot::accent(), subject.emphasis});
    }
    return drawn(std::move(chart));
}

/// `2e hoogste van 6`: where the one highlighted region stands among those of the report.
std::string place_of_highlighted(const ChartData& data, std::size_t column) {
    const Grid& grid = data.grid();
    std::vector<const analysis::Measurement*> ranked;
    std::vector<std::size_t> highlighted;
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        if (grid.rows[row].is_benchmark) continue;
        if (grid.rows[row].emphasis == chart::Emphasis::highlighted) highlighted.push_back(ranked.size());
        ranked.push_back(grid.cells[row][column].measurement);
    }
    if (highlighted.size() != 1) return {};
    const auto rank = analysis::ranks_of(data.presenter().dataset(), ranked)[highlighted.front()];
    if (!rank || rank->of < 2 || !rank->is_decided()) return {};
    const bool is_lowest = rank->rank == rank->of && rank->rank > 1;
    return data.presenter().message(
        is_lowest ? "rank.lowest-of" : "rank.highest-of",
        {{"rank", Decimal(static_cast<int>(rank->rank))}, {"count", Decimal(static_cast<int>(rank->of))}});
}

/// The regions' markers stand in a key above: dots have no room for names.
Chart strips(ChartData& data) {
    const Grid& grid = data.grid();
    chart::DotStrip chart;
    std::vector<chart::KeyEntry> key;
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        const std::vector<Datum>& cells = grid.cells[row];
        // Dots that all look the same need no key: it would tell nobody apart.
        if (grid.rows.size() > 1 && !chart::has_own_marker(grid.rows[row].slot)) continue;
        if (std::any_of(cells.begin(), cells.end(), [](const Datum& datum) { return datum.has_value(); }))
            key.push_back({data.label(grid.rows[row]), grid.rows[row].slot, chart::KeyEntry::Sample::marker});
    }
    const auto named = std::count_if(grid.rows.begin(), grid.rows.end(), [](const Subject& row) {
        return row.emphasis == chart::Emphasis::highlighted;
    });
    // The one that a figure is about is named by its title.
    if (named == 1) chart.names = chart::DotStrip::Names::left_out;
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
        std::string name = data.label(grid.columns[column]);
        if (grid.columns.size() > 1 && grid.references[column])
            name += ", " + data.presenter().period(*grid.references[column]);
        chart.rows.push_back({std::move(name), {}, {}});
        for (std::size_t row = 0; row < grid.rows.size(); ++row) {
            const Subject& subject = grid.rows[row];
            // Of whom the sources say nothing stands in the words, not as a row of empty dots.
            if (!grid.cells[row][column].has_value()) continue;
            chart.rows.back().dots.push_back(
                {data.label(subject), data.quantity(row, column), subject.slot, subject.emphasis});
        }
        chart.rows.back().note = place_of_highlighted(data, column);
    }
    return [chart = std::move(chart), key = std::move(key)](double width) {
        constexpr double gap = 8;
        chart::Drawing all{width, 0};
        const double top = chart::add_key(all, key, 0) + gap;
        const chart::Drawing strips = chart::moved(chart::draw(chart, width), 0, top);
        all.height = top + strips.height;
        all.groups.insert(all.groups.end(), strips.groups.begin(), strips.groups.end());
        return chart::with_remarks(std::move(all));
    };
}

Chart scatter(ChartData& data) {
    const auto axis = [&](std::size_t column) {
        const data::IndicatorIndex indicator = data.gathered().indicators[column];
        const Presenter& presenter = data.presenter();
        std::string title = presenter.short_name(indicator);
        if (!unit_goes_with_number(indicator, presenter)) title += ", " + presenter.unit(indicator);
        const auto& reference = data.grid().references[column];
        if (reference) title += ", " + presenter.period(*reference);
        return data.axis(indicator, std::move(title));
    };
    chart::ScatterChart chart{axis(0), axis(1)};
    for (std::size_t row = 0; row < data.grid().rows.size(); ++row) {
        const Subject& subject = data.grid().rows[row];
        chart.points.push_back({data.label(subject), data.quantity(row, 0), data.quantity(row, 1),
                                subject.slot, subject.emphasis});
    }
    return drawn(std::move(chart));
}

Chart heatmap(ChartData& data) {
    const Grid& grid = data.grid();
    chart::Heatmap chart;
    for (const Subject& row : grid.rows)
        chart.columns.push_back(data.label(row));
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
        chart.rows.push_back({data.label(grid.columns[column]), {}});
        for (std::size_t row = 0; row < grid.rows.size(); ++row)
            chart.rows.back().cells.push_back(data.quantity(row, column));
    }
    return drawn(std::move(chart));
}

// ---- Facts ----

Chart timeline(ChartData& data) {
    const std::vector<Event>& events = data.gathered().events;
    const Presenter& presenter = data.presenter();
    chart::Timeline chart{data.period_axis()};
    std::vector<data::RegionIndex> regions;
    for (const Event& event : events)
        regions.push_back(event.region);
    std::sort(regions.begin(), regions.end());
    regions.erase(std::unique(regions.begin(), regions.end()), regions.end());
    for (const data::RegionIndex region : regions) {
        if (regions.size() < 2) break;
        chart.lanes.push_back({presenter.names(region).short_name, data.slot(region)});
    }
    for (const Event& event : events) {
        constexpr double one_year = 366;
        const Days days = days_of(event.period);
        const bool lasts = days.last - days.first > one_year;
        const double day = lasts ? days.first : day_of(event.period);
        const auto lane = std::lower_bound(regions.begin(), regions.end(), event.region) - regions.begin();
        chart.events.push_back({day, lasts ? days.last : day, presenter.period(event.period),
                                event.name.empty() ? presenter.plain(event.text) : event.name,
                                data.slot(event.region), data.emphasis(event.region),
                                static_cast<std::size_t>(lane)});
    }
    return drawn(std::move(chart));
}

std::size_t event_count(const Gathered& gathered) {
    return gathered.events.size();
}

constexpr std::array rung_names = {"ladder.1.name", "ladder.2.name", "ladder.3.name", "ladder.4.name"};

Chart ladder(ChartData& data) {
    chart::Ladder chart;
    chart.rung_title = data.presenter().message("profile.ladder");
    for (const char* const rung : rung_names)
        chart.rungs.push_back(data.presenter().message(rung));
    for (const RungPlace& place : data.gathered().rungs) {
        const bool is_ours = place.place.reading == data::Reading::ours;
        chart.items.push_back({data.presenter().names(place.region).short_name,
                               static_cast<std::size_t>(place.place.rung - 1), data.slot(place.region),
                               is_ours ? chart::Status::provisional : chart::Status::firm,
                               data.emphasis(place.region)});
    }
    return drawn(std::move(chart));
}

std::size_t rung_count(const Gathered&) {
    return rung_names.size();
}

chart::GeoPoint point_of(const Decimal& longitude, const Decimal& latitude) {
    return {longitude.to_double(), latitude.to_double()};
}

/// Land for orientation.
std::vector<chart::Rings> land_of(const ChartData& data) {
    std::vector<chart::Rings> land;
    for (const Outline& outline : data.ground().outlines) {
        chart::Rings rings;
        for (const std::vector<Outline::Corner>& ring : outline.rings) {
            rings.emplace_back();
            for (const Outline::Corner& corner : ring)
                rings.back().push_back(point_of(corner.longitude, corner.latitude));
        }
        land.push_back(std::move(rings));
    }
    return land;
}

/// The boundaries of an area; empty where nobody gave them.
chart::Rings shape_of(const ChartData& data, data::AreaIndex area) {
    const AreaShape* const shape = data.ground().boundaries.of(area);
    return shape == nullptr ? chart::Rings() : shape->rings;
}

/// Where the region lies; nowhere when it does not say.
chart::GeoPoint place_of(const data::Region& region) {
    constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();
    if (!region.position) return {nowhere, nowhere};
    return point_of(region.position->longitude, region.position->latitude);
}

Chart map(ChartData& data) {
    chart::LocatorMap chart;
    chart.land = land_of(data);
    for (const data::RegionIndex index : data.gathered().places) {
        const data::Region& region = data.presenter().dataset()[index];
        chart.regions.push_back({data.presenter().names(index).short_name, data.slot(index), place_of(region),
                                 data.emphasis(index), shape_of(data, region.areas.front())});
    }
    return drawn(std::move(chart));
}

Chart choropleth(ChartData& data) {
    const Grid& grid = data.grid();
    chart::Choropleth chart;
    chart.land = land_of(data);
    chart.missing = data.presenter().message("map.no-figure");
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        const Subject& subject = grid.rows[row];
        if (subject.is_benchmark || !subject.region) continue;
        const data::Region& region = data.presenter().dataset()[*subject.region];
        chart::Rings shape = shape_of(data, area_shown(grid.cells[row].front(), region));
        const chart::GeoPoint place = place_of(region);
        // Neither boundaries nor a position: it is in the table only.
        if (shape.empty() && !chart::is_finite(place)) continue;
        chart.regions.push_back(
            {data.label(subject), data.quantity(row, 0), std::move(shape), place, subject.emphasis});
    }
    return drawn(std::move(chart));
}

// ---- Tables with rules of their own ----

Table comparison(const std::string& id, const Gathered& gathered, const Voice& voice) {
    ComparisonTable declared{id, gathered.indicators, {}};
    for (const Subject& row : gathered.grid.rows)
        declared.regions.push_back(*row.region);
    return comparison_table(declared, voice.presenter, voice.to, voice.text);
}

Table ranking(const std::string& id, const Gathered& gathered, const Voice& voice) {
    RankingTable declared{id, gathered.indicators.front(), {}, {}};
    for (const Subject& row : gathered.grid.rows)
        (row.is_benchmark ? declared.others : declared.ranked).push_back(*row.region);
    return ranking_table(declared, voice.presenter, voice.to, voice.text);
}

// ---- The table ----

/// Below each other on a page; and lines that an eye can follow on one plot.
constexpr std::size_t most_lying = 40;
constexpr std::size_t most_lines = 6;

constexpr Kind all_kinds[] = {
    {.word = "bar",
     .shows = "one indicator, region by region, countries as lines",
     .compares = true,
     .sorts_by_value = true,
     .most_rows = most_lying,
     .beyond = "histogram",
     .takes_annotations = true,
     .marks_gaps = true,
     .draws_targets = true,
     .draws_mean = true,
     .chart = bars,
     .picture = "describe.bar",
     .describe = describe_grid},
    {.word = "column",
     .shows = "the same standing; with one region its periods as a sequence",
     .with_one_region = Shape::sequence,
     .compares = true,
     .sorts_by_value = true,
     .most_rows = most_lying,
     .beyond = "histogram",
     .takes_annotations = true,
     .marks_gaps = true,
     .draws_targets = true,
     .draws_mean = true,
     .chart = columns,
     .picture = "describe.bar",
     .describe = describe_grid},
    {.word = "grouped-bar",
     .shows = "several indicators of one unit, or several periods of one",
     .takes = Takes::indicators,
     .with_one_indicator = Shape::ends,
     .most_rows = chart::most_looks,
     .beyond = "series-table",
     .has_one_scale = true,
     .takes_annotations = true,
     .chart = grouped_bars,
     .picture = "describe.grouped-bar",
     .describe = describe_grid},
    {.word = "stacked-bar",
     .shows = "parts of a whole as amounts",
     .takes = Takes::parts,
     .shape = Shape::parts,
     .sorts_by_value = true,
     .most_rows = most_lying,
     .beyond = "series-table",
     .takes_annotations = true,
     .chart = stacked_bars,
     .picture = "describe.stacked",
     .describe = describe_parts},
    {.word = "share-bar",
     .shows = "parts of a whole as 100 %",
     .takes = Takes::parts,
     .shape = Shape::parts,
     .drawn = Drawn::share,
     .sorts_by_value = true,
     .most_rows = most_lying,
     .beyond = "series-table",
     .takes_annotations = true,
     .chart = share_bars,
     .picture = "describe.stacked",
     .describe = describe_parts},
    {.word = "line",
     .shows = "through time",
     .takes = Takes::indicators,
     .shape = Shape::periods,
     .compares = true,
     .most_rows = most_lines,
     .beyond = "small-multiples",
     .overlays_rows = true,
     .has_one_scale = true,
     .takes_annotations = true,
     .shades_periods = true,
     .draws_targets = true,
     .chart = lines,
     .picture = "describe.line",
     .counts = line_count,
     .describe = describe_grid},
    {.word = "slope",
     .shows = "the first and the last period",
     .takes = Takes::indicators,
     .shape = Shape::ends,
     .most_rows = chart::most_looks,
     .beyond = "series-table",
     .overlays_rows = true,
     .has_one_scale = true,
     .takes_annotations = true,
     .chart = slopes,
     .picture = "describe.slope",
     .describe = describe_grid},
    {.word = "dot-plot",
     .shows = "two or more periods or indicators per region on one scale",
     .takes = Takes::indicators,
     .with_one_indicator = Shape::ends,
     .sorts_by_value = true,
     .most_rows = most_lying,
     .beyond = "histogram",
     .has_one_scale = true,
     .takes_annotations = true,
     .chart = dots,
     .picture = "describe.dot-plot",
     .describe = describe_grid},
    {.word = "dot-strip",
     .shows = "where regions stand, a strip per indicator",
     .takes = Takes::indicators,
     .compares = true,
     .takes_annotations = true,
     .chart = strips,
     .picture = "describe.dot-strip",
     .describe = describe_grid},
    {.word = "diverging-bar",
     .shows = "how far each lies from the country",
     .drawn = Drawn::difference,
     .compares = true,
     .sorts_by_value = true,
     .most_rows = most_lying,
     .beyond = "histogram",
     .takes_annotations = true,
     .chart = diverging_bars,
     .picture = "describe.diverging-bar",
     .describe = describe_grid},
    {.word = "histogram",
     .shows = "how many regions lie where, however many they are, and in its data who they are",
     .takes = Takes::indicators,
     .compares = true,
     .is_distribution = true,
     .chart = histograms,
     .table = distribution_table,
     .picture = "describe.histogram",
     .describe = describe_distribution},
    {.word = "scatter",
     .shows = "two indicators against each other",
     .takes = Takes::x_and_y,
     .takes_annotations = true,
     .chart = scatter,
     .picture = "describe.scatter",
     .describe = describe_pattern},
    {.word = "heatmap",
     .shows = "many indicators as shades",
     .takes = Takes::indicators,
     .chart = heatmap,
     .picture = "describe.heatmap",
     .describe = describe_grid},
    {.word = "small-multiples",
     .shows = "through time in a small chart per region; per indicator, when there are several",
     .takes = Takes::indicators,
     .shape = Shape::periods,
     .most_rows = most_lying,
     .beyond = "histogram",
     .takes_annotations = true,
     .shades_periods = true,
     .chart = panels,
     .picture = "describe.small-multiples",
     .counts = panel_count,
     .describe = describe_grid},
    {.word = "timeline",
     .shows =
         "milestones of profiles, or founding years of partnerships; many of several regions stand in a lane "
         "per region",
     .takes = Takes::facts,
     .shape = Shape::events,
     .title = "profile.milestones",
     .chart = timeline,
     .picture = "describe.timeline",
     .counts = event_count,
     .describe = describe_facts},
    {.word = "ladder",
     .shows = "the rungs of collaboration",
     .takes = Takes::facts,
     .shape = Shape::rungs,
     .title = "profile.ladder",
     .chart = ladder,
     .picture = "describe.ladder",
     .counts = rung_count,
     .describe = describe_facts},
    {.word = "map",
     .shows = "where the regions lie, on outlines from `site/figures/outlines.json`, drawn by us",
     .takes = Takes::facts,
     .shape = Shape::places,
     .title = "home.map",
     .chart = map,
     .is_map = true,
     .describe = describe_facts},
    {.word = "choropleth",
     .shows = "one indicator as shades of the regions on a map, in the boundaries of "
              "`datasets/boundaries.json`; a region without any is a disc",
     .chart = choropleth,
     .is_map = true,
     .picture = "describe.choropleth",
     .describe = describe_grid},
    {.word = "comparison-table",
     .shows = "indicators down, regions across, best and worst marked",
     .takes = Takes::indicators,
     .table = comparison,
     .describe = describe_grid},
    {.word = "ranking-table",
     .shows = "one indicator, region by region, with ranks",
     .compares = true,
     .sorts_by_value = true,
     .table = ranking,
     .describe = describe_grid},
    {.word = "series-table",
     .shows = "one indicator, regions down, periods across",
     .shape = Shape::periods,
     .describe = describe_grid},
    {.word = "goal-table",
     .shows = "targets, with what an earlier version said",
     .takes = Takes::facts,
     .shape = Shape::targets,
     .title = "goals.title",
     .describe = describe_facts},
};

}  // namespace

std::span<const Kind> kinds() {
    return all_kinds;
}

}  // namespace regioscope::figures
