#include <cmath>

#include "cases/cases.h"
#include "chart/choropleth.h"
#include "chart/heatmap.h"
#include "chart/ladder.h"
#include "chart/locator_map.h"
#include "chart/scatter.h"
#include "chart/small_multiples.h"
#include "chart/timeline.h"

namespace regioscope::chart {

namespace {

const char* const region_names[] = {"Vierkant voor Werk", "Twente", "Rijnmond", "Brainport",
                                    "Landkreis Emsland",  "Bremen"};

NumberAxis axis(std::string title) {
    return {std::move(title),
            [](const Decimal& number) { return dutch(number.to_double(), number.decimals()); }};
}

Quantity figure(double value, int decimals) {
    return Quantity::point(value, dutch(value, decimals));
}

ScatterChart scatter() {
    const double unemployment[] = {7.7, 7.2, 8.4, 5.9, 3.0, 10.9};
    const double growth[] = {2.1, 6.0, 6.1, 12.2, 14.9, 6.2};
    ScatterChart chart;
    chart.x_axis = axis("Werkloosheid, % (2015)");
    chart.y_axis = axis("Groei bruto regionaal product, % (2010–2015)");
    for (int i = 0; i < 6; ++i)
        chart.points.push_back(
            {region_names[i], figure(unemployment[i], 1), figure(growth[i], 1), Slot::region(i + 1)});
    for (int i = 0; i < 24; ++i)
        chart.points.push_back({"COROP-gebied " + std::to_string(i + 1), figure(4 + std::fmod(i * 1.7, 6), 1),
                                figure(1 + std::fmod(i * 2.9, 11), 1), Slot::context(), Emphasis::quiet});
    chart.points[4].x.status = Status::provisional;
    chart.points.push_back({"Groningen", Quantity::missing("n.b."), figure(3, 1)});
    return chart;
}

Heatmap heatmap() {
    Heatmap chart;
    chart.columns.assign(std::begin(region_names), std::end(region_names));
    const auto row = [](std::string name, std::vector<double> values) {
        HeatmapRow made{std::move(name), {}};
        for (const double value : values)
            made.cells.push_back(value < 0 ? Quantity::missing("n.b.") : figure(value, 1));
        return made;
    };
    chart.rows = {row("Werkloosheid, %", {7.7, 7.2, 8.4, 5.9, 3.0, 10.9}),
                  row("Hoogopgeleid, %", {21, 28, 31, 37, -1, 27}),
                  row("Groei bruto regionaal product, %", {2.1, 6.0, 6.1, 12.2, 14.9, 6.2})};
    chart.rows[2].cells[4].status = Status::estimated;
    return chart;
}

SmallMultiples multiples() {
    SmallMultiples chart;
    for (int i = 0; i < 6; ++i) {
        Panel panel{region_names[i], {}};
        for (int other = 0; other < 6; ++other) {
            Series line{region_names[other],
                        {},
                        Slot::region(other + 1),
                        other == i ? Emphasis::highlighted : Emphasis::quiet};
            for (int year = 2006; year <= 2015; ++year)
                line.points.push_back({middle_of({year, 1, 1}, {year, 12, 31}),
                                       figure(3 + other + std::sin(year * 0.9 + other), 1)});
            panel.chart.series.push_back(std::move(line));
        }
        panel.chart.axis = axis("");
        chart.panels.push_back(std::move(panel));
    }
    return chart;
}

Timeline milestones() {
    Timeline chart;
    const auto event = [](int year, std::string text, int region) {
        const double day = middle_of({year, 1, 1}, {year, 12, 31});
        return Event{day, day, std::to_string(year), std::move(text), Slot::region(region)};
    };
    chart.events = {event(1961, "Technische hogeschool gesticht", 2),
                    event(1984, "Eerste bedrijf op het sciencepark", 2),
                    event(1997, "Werf sluit", 6),
                    event(2001, "Vierkant voor Werk begint", 1),
                    event(2002, "Wetenschapsplatform", 6),
                    event(2004, "Brainport krijgt een stichting", 4),
                    event(2006, "Havenplan", 3),
                    event(2013, "Techniekpact", 2),
                    event(2014, "Ems-As als vereniging", 5)};
    chart.events.push_back({middle_of({2007, 1, 1}, {2007, 12, 31}), middle_of({2013, 1, 1}, {2013, 12, 31}),
                            "2007–2013", "Europees programma voor de grensstreek", Slot::accent()});
    return chart;
}

Ladder ladder() {
    Ladder chart;
    chart.rung_title = "Vorm van samenwerking";
    chart.rungs = {"Informeren", "Afstemmen", "Gezamenlijk uitvoeren", "Gezamenlijk besturen"};
    chart.items = {{"Vierkant voor Werk", 1, Slot::region(1)},
                   {"Twente", 2, Slot::region(2), Status::provisional},
                   {"Rijnmond", 1, Slot::region(3)},
                   {"Brainport", 3, Slot::region(4), Status::firm, Emphasis::highlighted},
                   {"Landkreis Emsland", 2, Slot::region(5)},
                   {"Bremen", 2, Slot::region(6), Status::provisional}};
    return chart;
}

/// An octagon: an outline for a test, not a border.
std::vector<GeoPoint> octagon(GeoPoint centre, double east, double north) {
    std::vector<GeoPoint> ring;
    for (int i = 0; i < 8; ++i)
        ring.push_back({centre.longitude + east * std::cos(i * 0.7854 + 0.3927),
                        centre.latitude + north * std::sin(i * 0.7854 + 0.3927)});
    return ring;
}

LocatorMap map() {
    LocatorMap chart;
    chart.land = {{octagon({5.4, 52.2}, 1.9, 1.3)},
                  {octagon({9.6, 52.0}, 2.4, 1.9), octagon({10.5, 52.6}, 0.3, 0.2)}};
    const GeoPoint centres[] = {{6.75, 52.75}, {6.75, 52.3}, {4.4, 51.9},
                                {5.5, 51.45},  {7.4, 52.7},  {8.8, 53.1}};
    for (int i = 0; i < 6; ++i)
        chart.regions.push_back({region_names[i], Slot::region(i + 1), centres[i]});
    return chart;
}

/// Neighbours, an island, one without a figure, one without boundaries; a reservation and a highlight.
Choropleth choropleth() {
    Choropleth chart;
    chart.missing = "geen cijfer";
    chart.land = map().land;
    const auto box = [](double west, double south, double east, double north) {
        return std::vector<GeoPoint>{{west, south}, {east, south}, {east, north}, {west, north}};
    };
    chart.regions = {
        {"Vierkant voor Werk", Quantity::point(7.7, "7,7%"), {box(6.4, 52.55, 7.1, 53.0)}},
        {"Twente", Quantity::point(7.2, "7,2%", Status::estimated), {box(6.4, 52.1, 7.0, 52.55)}},
        {"Rijnmond", Quantity::point(10.9, "10,9%"), {box(3.9, 51.7, 4.7, 52.0), box(3.6, 51.5, 3.75, 51.6)}},
        {"Brainport", Quantity::missing("."), {octagon({5.5, 51.45}, 0.5, 0.25)}},
        {"Emsland", Quantity::point(3.4, "3,4%"), {box(7.1, 52.4, 7.6, 53.05)}, {}, Emphasis::highlighted},
        {"Bremen", Quantity::at_least(9, "> 9%"), {}, {8.8, 53.1}}};
    return chart;
}

Timeline in_lanes() {
    Timeline chart = milestones();
    chart.lanes = {{"Vierkant voor Werk", Slot::region(1)},
                   {"Twente", Slot::region(2)},
                   {"Rijnmond", Slot::region(3)},
                   {"Brainport", Slot::region(4)}};
    std::erase_if(chart.events, [](const Event& event) { return event.slot.number > 4; });
    for (const char* const text : {"Centrum voor vakmanschap", "Opleidingsbedrijf voor de haven"}) {
        chart.events.push_back(chart.events[1]);
        chart.events.back().text = text;
        chart.events.back().slot = Slot::region(3);
    }
    for (Event& event : chart.events)
        event.lane = static_cast<std::size_t>(event.slot.number - 1);
    return chart;
}

}  // namespace

void add_plane_cases(std::vector<Case>& cases) {
    add(cases, "scatter", "Lage werkloosheid en hoge groei gaan samen", scatter);
    add(cases, "heatmap", "Zes regio's op drie maten", heatmap);
    add(cases, "small-multiples", "Werkloosheid per regio", multiples);
    add(cases, "timeline", "Vijftig jaar samenwerking", milestones);
    add(cases, "ladder", "Brainport staat het hoogst", ladder);
    add(cases, "map", "Waar de zes regio's liggen", map);
    cases.push_back({"map-key", "Kaartje naast een lijst", "Invented places, drawn for a test.",
                     [](double) { return draw(map(), 170); }});
    add(cases, "choropleth", "In Rijnmond zoeken de meeste mensen werk", choropleth);
    add(cases, "choropleth-empty", "Geen regio's", [] { return Choropleth{}; });
    add(cases, "map-shapes", "Waar de regio's liggen", [] {
        LocatorMap chart = map();
        chart.regions[1].shape = choropleth().regions[1].shape;
        chart.regions[4].shape = choropleth().regions[4].shape;
        return chart;
    });
    add(cases, "scatter-empty", "Geen punten", [] { return ScatterChart{}; });
    add(cases, "heatmap-empty", "Geen cellen", [] { return Heatmap{}; });
    add(cases, "small-multiples-empty", "Geen panelen", [] { return SmallMultiples{}; });
    add(cases, "timeline-lanes", "Wie begon wanneer?", in_lanes);
    add(cases, "timeline-empty", "Geen gebeurtenissen", [] { return Timeline{}; });
    add(cases, "ladder-empty", "Geen treden", [] { return Ladder{}; });
    add(cases, "map-empty", "Geen regio's", [] { return LocatorMap{}; });
}

}  // namespace regioscope::chart
