#include "random_charts.h"

#include <cmath>
#include <limits>

#include "chart/bar.h"
#include "chart/choropleth.h"
#include "chart/diverging_bar.h"
#include "chart/dot_plot.h"
#include "chart/dot_strip.h"
#include "chart/grouped_bar.h"
#include "chart/heatmap.h"
#include "chart/ladder.h"
#include "chart/line.h"
#include "chart/locator_map.h"
#include "chart/scatter.h"
#include "chart/slope.h"
#include "chart/small_multiples.h"
#include "chart/stacked_bar.h"
#include "chart/timeline.h"
#include "fmt/format.h"

namespace regioscope::chart {

// A linear congruential generator with its high bits (Knuth's MMIX constants): short, and the same
// everywhere.
std::uint32_t Random::next() {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::uint32_t>(state_ >> 32U);
}

std::string Random::name() {
    const char* const names[] = {
        "Twente",
        "Rijnmond",
        "Vierkant voor Werk",
        "Landkreis Emsland",
        "Bremen",
        "x",
        "",
        "Werkzeugmaschinenherstellerverbandsvorsitzender im Landkreis",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
        "Overheid, onderwijs, zorg en overige dienstverlening in de regio en daarbuiten",
        "WWWWWWWWWWWWWW MMMMMMMMMMM",
        "κόσμος 世界 <b>&amp;\"'"};
    return names[below(static_cast<int>(std::size(names)))];
}

double Random::magnitude() {
    const double magnitudes[] = {1, 10, 100, 1e6, 1e-3, 1e12, 1e-9, 1e308, 5e-324};
    return magnitudes[one_in(3) ? below(9) : below(3)];
}

Quantity Random::quantity(double magnitude, bool negative) {
    Quantity made = bare_quantity(magnitude, negative);
    if (one_in(14)) made.remark = {"A", name()};
    return made;
}

Quantity Random::bare_quantity(double magnitude, bool negative) {
    const Status status = one_in(5)   ? Status::estimated
                          : one_in(5) ? Status::provisional
                          : one_in(5) ? Status::reserved
                                      : Status::firm;
    double value = share() * magnitude;
    if (negative && one_in(2)) value = -value;
    if (one_in(10)) value = 0;
    const std::string text = fmt::format("{:.6g} %", value);
    switch (below(12)) {
        case 0:
            return Quantity::missing("n.b.");
        case 1:
            return Quantity::range(value, value + share() * magnitude, text + "–", status);
        case 2:
            return Quantity::at_least(value, "> " + text, status);
        case 3:
            return Quantity::at_most(value, "< " + text, status);
        case 4:
            return one_in(8) ? Quantity::point(std::numeric_limits<double>::quiet_NaN(), "?")
                             : Quantity::point(value, text);
        default:
            return Quantity::point(value, text, status);
    }
}

Slot Random::slot() {
    switch (below(4)) {
        case 0:
            return Slot::benchmark(below(2) + 1);
        case 1:
            return one_in(2) ? Slot::context() : Slot::accent();
        default:
            return Slot::region(below(14) + 1);
    }
}

Emphasis Random::emphasis() {
    return one_in(4) ? Emphasis::highlighted : one_in(3) ? Emphasis::quiet : Emphasis::normal;
}

namespace {

/// What the charts of one seed share.
struct Source {
    Random random;
    double width;
    double magnitude;
    bool negative;

    /// Now and then a report of forty regions.
    int count(int most) { return random.one_in(20) ? 40 : random.below(most + 1); }
    Quantity quantity() { return random.quantity(magnitude, negative); }
    double day() { return (random.share() * 60 - 10) * 365.25; }

    std::vector<Quantity> quantities(int count) {
        std::vector<Quantity> all;
        for (int i = 0; i < count; ++i)
            all.push_back(quantity());
        return all;
    }
    std::vector<Reference> references() {
        std::vector<Reference> all;
        for (int i = random.below(4); i > 0; --i)
            all.push_back({random.share() * magnitude, random.name() + " 6,9 %", random.slot()});
        return all;
    }
    NumberAxis axis() {
        NumberAxis axis{random.one_in(3) ? "" : random.name(), {}};
        axis.is_whole = random.one_in(4);
        if (random.one_in(4)) axis.most = 100;
        return axis;
    }
};

Drawing bar(Source& from) {
    BarChart chart;
    chart.layout = static_cast<BarChart::Layout>(from.random.below(3));
    chart.axis = from.axis();
    for (int i = from.count(14); i > 0; --i)
        chart.bars.push_back(
            {from.random.name(), from.quantity(), from.random.slot(), from.random.emphasis()});
    chart.references = from.references();
    return draw(chart, from.width);
}

Drawing grouped(Source& from) {
    GroupedBarChart chart;
    for (int i = from.count(4); i > 0; --i)
        chart.series.push_back({from.random.name(), from.random.slot()});
    for (int i = from.count(5); i > 0; --i)
        chart.groups.push_back({from.random.name(), from.quantities(static_cast<int>(chart.series.size()))});
    return draw(chart, from.width);
}

Drawing stacked(Source& from) {
    StackedBarChart chart;
    chart.length = from.random.one_in(2) ? StackedBarChart::Length::share : StackedBarChart::Length::amount;
    for (int i = from.count(8); i > 0; --i)
        chart.parts.push_back({from.random.name(), Slot::part(i),
                               from.random.one_in(4) ? Emphasis::highlighted : Emphasis::normal});
    for (int i = from.count(7); i > 0; --i) {
        chart.rows.push_back({from.random.name(), from.quantities(static_cast<int>(chart.parts.size()))});
        if (from.random.one_in(2)) chart.rows.back().whole = from.random.share() * from.magnitude;
        if (from.random.one_in(8)) chart.rows.back().instead = from.random.name();
    }
    return draw(chart, from.width);
}

Drawing diverging(Source& from) {
    DivergingBarChart chart;
    chart.axis = from.axis();
    chart.centre = from.random.name();
    chart.below = from.random.name();
    chart.above = from.random.name();
    for (int i = from.count(9); i > 0; --i)
        chart.bars.push_back(
            {from.random.name(), from.quantity(), from.random.slot(), from.random.emphasis()});
    return draw(chart, from.width);
}

LineChart line_chart(Source& from) {
    LineChart chart;
    chart.axis = from.axis();
    for (int i = from.count(7); i > 0; --i) {
        Series series{from.random.name(), {}, from.random.slot(), from.random.emphasis()};
        double day = from.day();
        for (int j = from.count(20); j > 0;
             --j, day += 365.25 * (1 + from.random.below(3)) / (1 + from.random.below(4)))
            series.points.push_back({day, from.quantity()});
        chart.series.push_back(std::move(series));
    }
    chart.references = from.references();
    if (from.random.one_in(3) && !chart.series.empty())
        for (const LinePoint& point : chart.series.front().points)
            chart.periods.named.push_back({point.day, from.random.one_in(3) ? from.random.name() : "2015"});
    for (int i = from.random.below(3); i > 0; --i) {
        const double day = from.day();
        chart.remarks.push_back({day, day + 365, {"B", from.random.name()}});
    }
    return chart;
}

Drawing multiples(Source& from) {
    SmallMultiples chart;
    chart.scales = from.random.one_in(2) ? SmallMultiples::Scales::shared : SmallMultiples::Scales::per_panel;
    for (int i = from.count(8); i > 0; --i)
        chart.panels.push_back({from.random.name(), line_chart(from)});
    return draw(chart, from.width);
}

Drawing slope(Source& from) {
    SlopeChart chart;
    chart.axis = from.axis();
    chart.before = "2006";
    chart.after = "2015";
    for (int i = from.count(9); i > 0; --i)
        chart.slopes.push_back({from.random.name(), from.quantity(), from.quantity(), from.random.slot(),
                                from.random.emphasis(), from.random.one_in(2) ? "+13 %" : ""});
    return draw(chart, from.width);
}

Drawing dot_plot(Source& from) {
    DotPlot chart;
    chart.axis = from.axis();
    for (int i = from.count(4); i > 0; --i)
        chart.series.push_back({from.random.name(), from.random.slot(), from.random.one_in(3)});
    for (int i = from.count(8); i > 0; --i)
        chart.rows.push_back({from.random.name(), from.quantities(static_cast<int>(chart.series.size())),
                              from.random.slot(), from.random.emphasis()});
    return draw(chart, from.width);
}

Drawing dot_strip(Source& from) {
    DotStrip chart;
    chart.joins_highlighted = from.random.one_in(3);
    if (from.random.one_in(3)) chart.names = DotStrip::Names::left_out;
    for (int i = from.random.below(7); i > 0; --i) {
        StripRow row{from.random.name(), {}, from.random.one_in(2) ? "2e van 6" : from.random.name()};
        for (int j = from.count(9); j > 0; --j)
            row.dots.push_back(
                {from.random.name(), from.quantity(), from.random.slot(), from.random.emphasis()});
        chart.rows.push_back(std::move(row));
    }
    return draw(chart, from.width);
}

Drawing scatter(Source& from) {
    ScatterChart chart;
    chart.x_axis = from.axis();
    chart.y_axis = from.axis();
    for (int i = from.count(25); i > 0; --i)
        chart.points.push_back({from.random.name(), from.quantity(), from.quantity(), from.random.slot(),
                                from.random.emphasis()});
    return draw(chart, from.width);
}

Drawing heatmap(Source& from) {
    Heatmap chart;
    for (int i = from.count(8); i > 0; --i)
        chart.columns.push_back(from.random.name());
    for (int i = from.count(8); i > 0; --i)
        chart.rows.push_back({from.random.name(), from.quantities(static_cast<int>(chart.columns.size()))});
    return draw(chart, from.width);
}

Drawing timeline(Source& from) {
    Timeline chart;
    for (int i = from.count(12); i > 0; --i) {
        const double day = from.day();
        const double end = from.random.one_in(3) ? day + from.random.share() * 4000 : day;
        chart.events.push_back({day, end, from.random.one_in(2) ? "1961" : "2006–2015", from.random.name(),
                                from.random.slot(), from.random.emphasis(),
                                static_cast<std::size_t>(from.random.below(4))});
    }
    for (int i = from.count(5); i > 0; --i)
        chart.lanes.push_back({from.random.name(), from.random.slot()});
    return draw(chart, from.width);
}

Drawing ladder(Source& from) {
    Ladder chart;
    chart.rung_title = from.random.name();
    for (int i = from.count(5); i > 0; --i)
        chart.rungs.push_back(from.random.name());
    for (int i = from.count(9); i > 0; --i)
        chart.items.push_back({from.random.name(), static_cast<std::size_t>(from.random.below(5)),
                               from.random.slot(), Status::firm, from.random.emphasis()});
    return draw(chart, from.width);
}

Drawing map(Source& from) {
    const auto ring = [&](GeoPoint centre) {
        std::vector<GeoPoint> points;
        for (int i = from.count(12); i > 0; --i)
            points.push_back({centre.longitude + from.random.share(), centre.latitude + from.random.share()});
        return points;
    };
    const auto place = [&] { return GeoPoint{3 + from.random.share() * 9, 49 + from.random.share() * 6}; };
    LocatorMap chart;
    for (int i = from.count(4); i > 0; --i)
        chart.land.push_back({ring(place()), ring(place())});
    for (int i = from.count(8); i > 0; --i)
        chart.regions.push_back({from.random.name(), from.random.slot(), place(), from.random.emphasis()});
    return draw(chart, from.width);
}

Drawing choropleth(Source& from) {
    const auto place = [&] { return GeoPoint{3 + from.random.share() * 9, 49 + from.random.share() * 6}; };
    Choropleth chart;
    chart.missing = from.random.name();
    for (int i = from.count(8); i > 0; --i) {
        chart.regions.push_back({from.random.name(), from.quantity(), {}, place(), from.random.emphasis()});
        const GeoPoint corner = place();
        for (int rings = from.count(3); rings > 0; --rings)
            chart.regions.back().shape.push_back(
                {corner,
                 {corner.longitude + from.random.share(), corner.latitude},
                 {corner.longitude + from.random.share(), corner.latitude + from.random.share()},
                 {corner.longitude, corner.latitude + from.random.share()}});
    }
    return draw(chart, from.width);
}

}  // namespace

std::vector<RandomChart> random_charts(std::uint64_t seed, double width) {
    Source from{Random(seed), width, 1, false};
    from.magnitude = from.random.magnitude();
    from.negative = from.random.one_in(3);
    std::vector<RandomChart> charts;
    charts.push_back({"bar", bar(from)});
    charts.push_back({"grouped bar", grouped(from)});
    charts.push_back({"stacked bar", stacked(from)});
    charts.push_back({"diverging bar", diverging(from)});
    charts.push_back({"line", draw(line_chart(from), width)});
    charts.push_back({"small multiples", multiples(from)});
    charts.push_back({"slope", slope(from)});
    charts.push_back({"dot plot", dot_plot(from)});
    charts.push_back({"dot strip", dot_strip(from)});
    charts.push_back({"scatter", scatter(from)});
    charts.push_back({"heatmap", heatmap(from)});
    charts.push_back({"timeline", timeline(from)});
    charts.push_back({"ladder", ladder(from)});
    charts.push_back({"map", map(from)});
    charts.push_back({"choropleth", choropleth(from)});
    for (RandomChart& chart : charts)
        chart.drawing = with_remarks(std::move(chart.drawing));
    return charts;
}

}  // namespace regioscope::chart
