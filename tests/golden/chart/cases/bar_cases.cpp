#include "cases/cases.h"
#include "chart/bar.h"
#include "chart/histogram.h"

namespace regioscope::chart {

namespace {

Quantity percent(double value, Status status = Status::firm) {
    return Quantity::point(value, dutch(value, 1) + " %" + (status == Status::firm ? "" : "*"), status);
}

BarChart unemployment() {
    BarChart chart;
    chart.bars = {{"Rijnmond", percent(8.4), Slot::region(3)},
                  {"Vierkant voor Werk", percent(7.7), Slot::region(1)},
                  {"Twente", percent(7.2), Slot::region(2)},
                  {"Bremen", percent(6.8, Status::estimated), Slot::region(6)},
                  {"Brainport", percent(5.9, Status::provisional), Slot::region(4)},
                  {"Landkreis Emsland", Quantity::missing("n.b."), Slot::region(5)}};
    chart.references = {{6.9, "Nederland 6,9 %", Slot::benchmark(1)},
                        {4.6, "Duitsland 4,6 %", Slot::benchmark(2)}};
    return chart;
}

BarChart with_remarks_on_it() {
    BarChart chart = unemployment();
    chart.references = {{7.2, "Gemiddelde 7,2 %", Slot::context()},
                        {6.0, "Doel voor 2020: 6,0 %", Slot::accent()}};
    chart.bars[0].quantity.remark = {"A", "Hier telt de haven"};
    chart.bars[2].quantity.remark = {"B", "Sinds 2013 gedaald"};
    chart.bars[5].quantity.remark = {"C", "Meet anders"};
    return chart;
}

BarChart columns_with_remarks() {
    BarChart chart = with_remarks_on_it();
    chart.layout = BarChart::Layout::columns;
    return chart;
}

BarChart highlighted() {
    BarChart chart = unemployment();
    for (Bar& bar : chart.bars)
        bar.emphasis = bar.name == "Twente" ? Emphasis::highlighted : Emphasis::quiet;
    return chart;
}

BarChart growth() {
    BarChart chart;
    const auto change = [](double value) {
        return Quantity::point(value, (value > 0 ? "+" : "") + dutch(value, 1) + " %");
    };
    chart.axis.title = "Verandering in procenten, 2006–2015";
    chart.bars = {{"Brainport", change(12.4), Slot::region(4)},
                  {"Landkreis Emsland", change(9.1), Slot::region(5)},
                  {"Twente", change(1.3), Slot::region(2)},
                  {"Rijnmond", change(0), Slot::region(3)},
                  {"Vierkant voor Werk (Emmen, Coevorden, Hardenberg en Borger-Odoorn)", change(-4.6),
                   Slot::region(1)}};
    return chart;
}

BarChart inexact() {
    BarChart chart;
    chart.bars = {
        {"Investeringen in het havengebied", Quantity::range(48, 60, "€ 48–60 mln"), Slot::region(3)},
        {"Fonds voor het mkb", Quantity::at_least(35, "> € 35 mln"), Slot::region(2)},
        {"Bijdrage van de provincie", Quantity::at_most(20, "< € 20 mln"), Slot::region(1)},
        {"Praktijkonderwijs", Quantity::point(7, "circa € 7 mln", Status::estimated), Slot::accent()}};
    return chart;
}

BarChart years(int from, int to) {
    BarChart chart;
    chart.layout = BarChart::Layout::sequence;
    chart.axis.title = "Werkloosheid, % van de beroepsbevolking";
    chart.axis.format = [](const Decimal& number) { return dutch(number.to_double(), number.decimals()); };
    for (int year = from; year <= to; ++year) {
        const double value = 5 + ((year * 7) % 11) * 0.35;
        chart.bars.push_back(
            {std::to_string(year),
             year == from + 2 ? Quantity::missing("n.b.") : Quantity::point(value, dutch(value, 1)),
             Slot::region(2)});
    }
    chart.references = {{6.2, "Nederland, gemiddeld 6,2", Slot::benchmark(1)}};
    return chart;
}

/// One figure and two targets close to each other: no name over another's line.
BarChart targets() {
    BarChart chart;
    chart.bars = {{"Noord-Nederland", Quantity::point(25, "25 %"), Slot::context()}};
    chart.references = {{30, "Doel voor 2020, gesteld in november 2013: 30 %", Slot::accent()},
                        {40, "Doel voor 2020, gesteld in april 2013: 40 %", Slot::accent()}};
    return chart;
}

/// The lines of both countries pass figures and names, and lie behind bars with a reservation.
BarChart industry() {
    BarChart chart;
    const struct {
        const char* name;
        double value;
        Status status;
    } bars[] = {{"Emsland", 28.5, Status::firm},     {"Vierkant voor Werk", 17.9, Status::reserved},
                {"Brainport", 15.9, Status::firm},   {"Twente", 15.1, Status::provisional},
                {"Bremen", 14.0, Status::estimated}, {"Rijnmond", 7.5, Status::firm}};
    int slot = 5;
    for (const auto& bar : bars) {
        chart.bars.push_back({bar.name, Quantity::point(bar.value, dutch(bar.value, 1) + " %", bar.status),
                              Slot::region(slot)});
        slot = slot % 6 + 1;
    }
    chart.references = {{9.6, "Nederland 9,6 %", Slot::benchmark(1)},
                        {21.6, "Duitsland 21,6 %", Slot::benchmark(2)}};
    return chart;
}

BarChart columns() {
    BarChart chart = unemployment();
    chart.layout = BarChart::Layout::columns;
    return chart;
}

/// Three hundred municipalities: a country's line runs through the tallest class, and one class is empty.
Histogram municipalities() {
    Histogram chart;
    const std::size_t counts[] = {2, 19, 88, 121, 54, 15, 0, 1};
    for (int edge = 0; edge <= 8; ++edge)
        chart.edges.push_back({2.0 + edge, Decimal(2 + edge)});
    for (const std::size_t count : counts) {
        const std::string label = count == 0 ? "" : std::to_string(count);
        chart.classes.push_back({count, label, "Klasse: " + label});
    }
    chart.axis.format = [](const Decimal& number) { return number.text() + " %"; };
    chart.references = {{5.4, "Nederland 5,4 %", Slot::benchmark(1)}, {8.1, "Emmen 8,1 %", Slot::region(1)}};
    return chart;
}

}  // namespace

void add_bar_cases(std::vector<Case>& cases) {
    add(cases, "bar", "Rijnmond heeft de hoogste werkloosheid", unemployment);
    add(cases, "bar-highlighted", "Twente zit boven het landelijk gemiddelde", highlighted);
    add(cases, "bar-remarks", "Wat de schrijver bij de staven zegt", with_remarks_on_it);
    add(cases, "bar-column-remarks", "Hetzelfde bij staande staven", columns_with_remarks);
    add(cases, "bar-negative", "Brainport groeide het hardst", growth);
    add(cases, "bar-inexact", "Bedragen met een ondergrens, een bovengrens en een marge", inexact);
    add(cases, "bar-targets", "De lat ging in een half jaar omlaag", targets);
    add(cases, "bar-behind", "Het Emsland is het industrieelst, Rijnmond het minst", industry);
    add(cases, "bar-columns", "Werkloosheid per regio", columns);
    add(cases, "histogram", "De meeste gemeenten liggen tussen vier en zes procent", municipalities);
    add(cases, "bar-years", "Vijf jaar werkloosheid in Twente", [] { return years(2011, 2015); });
    add(cases, "bar-many-years", "Dertig jaar werkloosheid in Twente", [] { return years(1986, 2015); });
    add(cases, "bar-empty", "Geen enkel cijfer", [] { return BarChart{}; });
    add(cases, "bar-all-missing", "Alleen ontbrekende cijfers", [] {
        BarChart chart;
        chart.bars = {{"Twente", Quantity::missing("n.b."), Slot::region(2)},
                      {"Bremen", Quantity::missing("n.b."), Slot::region(6)}};
        return chart;
    });
}

}  // namespace regioscope::chart
