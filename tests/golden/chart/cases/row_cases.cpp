#include "cases/cases.h"
#include "chart/diverging_bar.h"
#include "chart/dot_plot.h"
#include "chart/dot_strip.h"
#include "chart/grouped_bar.h"
#include "chart/stacked_bar.h"

namespace regioscope::chart {

namespace {

Quantity percent(double value, int decimals = 0) {
    return Quantity::point(value, dutch(value, decimals) + " %");
}

Quantity plain(double value) {
    return Quantity::point(value, dutch(value, 0));
}

NumberAxis axis(std::string title) {
    return {std::move(title),
            [](const Decimal& number) { return dutch(number.to_double(), number.decimals()); }};
}

GroupedBarChart grouped() {
    GroupedBarChart chart;
    chart.series = {{"Vierkant voor Werk", Slot::region(1)},
                    {"Twente", Slot::region(2)},
                    {"Nederland", Slot::benchmark(1)}};
    chart.groups = {
        {"Laag opgeleid", {percent(31), percent(27), percent(24)}},
        {"Middelbaar opgeleid", {percent(48), Quantity::point(45, "45 %*", Status::estimated), percent(42)}},
        {"Hoog opgeleid", {percent(21), Quantity::missing("n.b."), percent(34)}}};
    return chart;
}

StackedBarChart sectors() {
    StackedBarChart chart;
    chart.parts = {{"Landbouw", Slot::part(4)},
                   {"Industrie", Slot::part(1)},
                   {"Bouw", Slot::part(5)},
                   {"Handel en vervoer", Slot::part(2)},
                   {"Zakelijke diensten", Slot::part(3)},
                   {"Overheid, onderwijs en zorg", Slot::part(7)}};
    const auto row = [](std::string name, std::vector<double> values) {
        StackedRow made{std::move(name), {}};
        for (const double value : values)
            made.parts.push_back(percent(value));
        return made;
    };
    chart.rows = {row("Vierkant voor Werk", {5, 18, 7, 24, 14, 32}), row("Twente", {2, 17, 7, 25, 18, 31}),
                  row("Rijnmond", {1, 8, 5, 29, 27, 30}), row("Brainport", {2, 17, 5, 25, 24, 26})};
    chart.rows[1].parts[1].status = Status::estimated;
    return chart;
}

StackedBarChart amounts() {
    StackedBarChart chart = sectors();
    chart.length = StackedBarChart::Length::amount;
    const double totals[] = {79, 301, 640, 392};
    for (std::size_t i = 0; i < chart.rows.size(); ++i) {
        chart.rows[i].whole = totals[i];
        for (Quantity& part : chart.rows[i].parts)
            part = plain(part.low * totals[i] / 100);
    }
    chart.rows[3].parts[5] = Quantity::missing("n.b.");
    return chart;
}

/// The title speaks of who decides elsewhere: that must be seen first, by day and by night.
StackedBarChart named_parts() {
    StackedBarChart chart;
    chart.length = StackedBarChart::Length::amount;
    chart.parts = {{"in de regio", Slot::part(1)},
                   {"elders in het land", Slot::part(2), Emphasis::highlighted},
                   {"in het buitenland", Slot::part(3), Emphasis::highlighted},
                   {"onbekend", Slot::context()}};
    chart.rows = {{"Vierkant voor Werk", {plain(3), plain(2), plain(4), plain(1)}},
                  {"Twente", {plain(4), plain(1), plain(5), plain(0)}},
                  {"Landkreis Emsland", {plain(8), plain(0), plain(2), plain(0)}}};
    chart.rows[1].parts[0].status = Status::reserved;
    chart.rows[1].parts[2].status = Status::estimated;
    return chart;
}

/// What cannot be shared out says why; a bound is hollow.
StackedBarChart unshared() {
    StackedBarChart chart;
    chart.parts = {{"Techniek", Slot::part(1)}, {"Zorg", Slot::part(2)}, {"Overig", Slot::part(3)}};
    chart.rows = {{"Aa", {percent(20), percent(30), percent(50)}},
                  {"Bee", {plain(10), Quantity::missing("[x]"), plain(30)}},
                  {"Cee", {plain(0), plain(0), plain(0)}},
                  {"Dee", {Quantity::at_least(20, "≥ 20 %"), percent(30), percent(50)}}};
    chart.rows[1].instead = "aandelen onbekend: een deel ontbreekt";
    chart.rows[2].instead = "het totaal is 0";
    chart.rows.push_back({"Ee", {percent(10), Quantity::missing("[x]"), percent(50)}, 100});
    return chart;
}

StackedBarChart negative_parts() {
    StackedBarChart chart;
    chart.length = StackedBarChart::Length::amount;
    chart.parts = {{"Industrie", Slot::part(1)}, {"Bouw", Slot::part(5)}, {"Diensten", Slot::part(2)}};
    chart.rows = {{"Twente", {plain(-4), plain(-2), plain(7)}},
                  {"Rijnmond", {plain(-9), plain(1), plain(3)}},
                  {"Brainport", {plain(5), plain(1), plain(12)}}};
    return chart;
}

DivergingBarChart diverging() {
    const auto points = [](double value) {
        return Quantity::point(value, (value > 0 ? "+" : "") + dutch(value, 1));
    };
    DivergingBarChart chart;
    chart.axis = axis("Verschil in procentpunten, werkloosheid 2015");
    chart.centre = "Nederland 6,9 %";
    chart.below = "lager";
    chart.above = "hoger";
    chart.bars = {{"Rijnmond", points(1.5), Slot::region(3)},
                  {"Vierkant voor Werk", points(0.8), Slot::region(1)},
                  {"Twente", points(0.3), Slot::region(2), Emphasis::highlighted},
                  {"Brainport", points(-1.0), Slot::region(4)},
                  {"Landkreis Emsland", points(-3.9), Slot::region(5)},
                  {"Bremen", Quantity::missing("n.b."), Slot::region(6)}};
    return chart;
}

DotPlot dumbbell() {
    DotPlot chart;
    chart.axis = axis("Arbeidsparticipatie in procenten");
    chart.series = {{"2006", Slot::context(), true}, {"2015", Slot::accent()}};
    chart.rows = {
        {"Brainport", {percent(69.1, 1), percent(72.4, 1)}, Slot::region(4)},
        {"Twente", {percent(67.0, 1), percent(69.8, 1)}, Slot::region(2)},
        {"Vierkant voor Werk", {percent(66.9, 1), percent(66.2, 1)}, Slot::region(1)},
        {"Rijnmond", {percent(64.3, 1), Quantity::range(65, 67, "65–67 %")}, Slot::region(3)},
        {"Landkreis Emsland", {Quantity::missing("n.b."), Quantity::at_least(71, "> 71 %")}, Slot::region(5)},
        {"Bremen", {Quantity::missing("n.b."), Quantity::missing("n.b.")}, Slot::region(6)}};
    return chart;
}

DotPlot series_dots() {
    DotPlot chart;
    chart.axis = axis("Aandeel in procenten");
    chart.series = {
        {"Twente", Slot::region(2)}, {"Bremen", Slot::region(6)}, {"Nederland", Slot::benchmark(1)}};
    chart.rows = {{"Industrie", {percent(17), percent(17), percent(11)}},
                  {"Handel", {percent(18), percent(15), percent(16)}},
                  {"Zorg", {percent(17), percent(13), percent(16)}}};
    return chart;
}

DotStrip strip() {
    struct Measure {
        const char* name;
        const char* note;
        int decimals;
        std::vector<double> values;
    };
    const std::vector<Measure> measures = {
        {"Werkloosheid, % (2015)", "3e van 6", 1, {7.7, 7.2, 8.4, 5.9, 3.0, 10.9}},
        {"Inwoners × 1.000 (2015)", "3e van 6", 0, {265, 627, 1410, 749, 315, 660}},
        {"Groei bruto product, % (2010–2015)", "4e van 6", 1, {2.1, 6.0, 6.1, 12.2, 14.9, 6.2}},
        {"Octrooien per 100.000 inwoners (2012)", "2e van 4", 0, {8, 24, -1, 212, -1, 21}}};
    const char* names[] = {"Vierkant voor Werk", "Twente", "Rijnmond", "Brainport",
                           "Landkreis Emsland",  "Bremen"};
    DotStrip chart;
    for (const Measure& measure : measures) {
        StripRow row{measure.name, {}, measure.note};
        for (int i = 0; i < 6; ++i) {
            const double value = measure.values[static_cast<std::size_t>(i)];
            row.dots.push_back({names[i],
                                value < 0 ? Quantity::missing("n.b.")
                                          : Quantity::point(value, dutch(value, measure.decimals)),
                                Slot::region(i + 1), i == 1 ? Emphasis::highlighted : Emphasis::quiet});
        }
        chart.rows.push_back(std::move(row));
    }
    return chart;
}

}  // namespace

void add_row_cases(std::vector<Case>& cases) {
    add(cases, "grouped-bar", "Vierkant voor Werk telt meer laag- en minder hoogopgeleiden", grouped);
    add(cases, "stacked-bar-share", "In Rijnmond is de industrie het kleinst", sectors);
    add(cases, "stacked-bar-amount", "Rijnmond telt de meeste banen", amounts);
    add(cases, "stacked-bar-named", "Over zeven van de tien wordt elders beslist", named_parts);
    add(cases, "stacked-bar-unshared", "Wat niet te verdelen is, zegt waarom", unshared);
    add(cases, "stacked-bar-negative", "De diensten groeien, de industrie krimpt", negative_parts);
    add(cases, "stacked-bar-missing", "Van de één ontbreekt een deel, van de ander ook het geheel", [] {
        StackedBarChart chart = amounts();
        chart.rows[1].parts[2] = Quantity::missing("n.b.");
        chart.rows[1].whole.reset();
        return chart;
    });
    add(cases, "diverging-bar", "Drie regio's boven, twee onder het landelijk cijfer", diverging);
    add(cases, "dot-plot", "Alleen in Vierkant voor Werk daalde de participatie", dumbbell);
    add(cases, "dot-plot-series", "Twente en Bremen zijn industrieregio's", series_dots);
    add(cases, "dot-strip", "Twente onder zes regio's", strip);
    add(cases, "grouped-bar-empty", "Geen groepen", [] { return GroupedBarChart{}; });
    add(cases, "stacked-bar-empty", "Geen delen", [] { return StackedBarChart{}; });
    add(cases, "diverging-bar-empty", "Geen verschillen", [] { return DivergingBarChart{}; });
    add(cases, "dot-plot-empty", "Geen stippen", [] { return DotPlot{}; });
    add(cases, "dot-strip-empty", "Geen posities", [] { return DotStrip{}; });
}

}  // namespace regioscope::chart
