#include "cases/cases.h"
#include "chart/line.h"
#include "chart/slope.h"

namespace regioscope::chart {

namespace {

double middle_of_year(int year) {
    return middle_of({year, 1, 1}, {year, 12, 31});
}

Quantity percent(double value) {
    return Quantity::point(value, dutch(value, 1) + " %");
}

Series series(std::string name, int slot, int first_year, std::vector<double> values) {
    Series made{std::move(name), {}, Slot::region(slot)};
    for (const double value : values)
        made.points.push_back({middle_of_year(first_year++), percent(value)});
    return made;
}

NumberAxis axis(std::string title) {
    return {std::move(title),
            [](const Decimal& number) { return dutch(number.to_double(), number.decimals()); }};
}

LineChart six_lines() {
    LineChart chart;
    chart.axis = axis("Werkloosheid, % van de beroepsbevolking");
    chart.series = {series("Vierkant voor Werk", 1, 2008, {5.0, 6.1, 6.4, 6.3, 7.0, 8.2, 8.1, 7.7}),
                    series("Twente", 2, 2008, {4.4, 5.6, 5.9, 5.8, 6.6, 7.9, 7.8, 7.2}),
                    series("Rijnmond", 3, 2008, {5.2, 6.0, 6.5, 6.6, 7.5, 9.3, 9.0, 8.4}),
                    series("Brainport", 4, 2008, {3.3, 4.6, 4.9, 4.7, 5.3, 6.5, 6.4, 5.9}),
                    series("Landkreis Emsland", 5, 2008, {4.4, 4.6, 4.1, 3.5, 3.2, 3.3, 3.1, 3.0}),
                    series("Bremen", 6, 2008, {11.4, 11.8, 12.0, 11.6, 11.2, 11.1, 10.9, 10.9})};
    return chart;
}

LineChart with_gap() {
    LineChart chart = six_lines();
    chart.series.resize(2);
    chart.series[0].points[3].quantity = Quantity::missing("n.b.");
    chart.series[1].points[6].quantity.status = Status::estimated;
    chart.series[1].points[7].quantity.status = Status::estimated;
    chart.series[0].points[0].quantity = Quantity::range(4.6, 5.4, "4,6–5,4 %");
    chart.references = {{6.9, "Nederland, gemiddeld 6,9 %", Slot::benchmark(1)}};
    return chart;
}

LineChart with_remarks_on_it() {
    LineChart chart = six_lines();
    chart.series[2].points[5].quantity.remark = {"A", "De raffinaderij gaat dicht"};
    chart.series[0].points[2].quantity.remark = {
        "B", "Philips kondigt in Emmen aan dat de fabriek voor straatverlichting stopt"};
    chart.series[4].points[7].quantity.remark = {"C", "Ems-Achse"};
    chart.remarks = {{day_number({2009, 1, 1}), day_number({2009, 12, 31}), {"D", "Kredietcrisis"}}};
    chart.references = {{5, "Doel voor 2020: 5,0 %", Slot::accent()}};
    return chart;
}

LineChart highlighted() {
    LineChart chart = six_lines();
    for (Series& line : chart.series)
        line.emphasis = line.name == "Twente" ? Emphasis::highlighted : Emphasis::quiet;
    return chart;
}

LineChart quarters() {
    LineChart chart;
    chart.axis = axis("Vacatures per duizend banen");
    Series line{"Brainport", {}, Slot::region(4)};
    int month = 1;
    for (const double value : {18.0, 19.5, 21.0, 20.5, 23.0, 26.0}) {
        const int year = 2014 + (month - 1) / 12;
        const int first = (month - 1) % 12 + 1;
        line.points.push_back(
            {middle_of({year, first, 1}, {year, first + 2, 30}), Quantity::point(value, dutch(value, 1))});
        month += 3;
    }
    chart.series = {line};
    return chart;
}

SlopeChart slopes() {
    const auto share = [](double value) { return Quantity::point(value, dutch(value, 0) + " %"); };
    SlopeChart chart;
    chart.axis = axis("Aandeel van de industrie in de werkgelegenheid");
    chart.before = "2006";
    chart.after = "2015";
    chart.slopes = {{"Vierkant voor Werk", share(21), share(18), Slot::region(1)},
                    {"Twente", share(20), share(17), Slot::region(2)},
                    {"Rijnmond", share(11), share(8), Slot::region(3)},
                    {"Brainport", share(22), share(17), Slot::region(4)},
                    {"Landkreis Emsland", share(26), share(28), Slot::region(5)},
                    {"Bremen", Quantity::missing("n.b."), share(17), Slot::region(6)}};
    return chart;
}

SlopeChart highlighted_slopes() {
    SlopeChart chart = slopes();
    for (Slope& slope : chart.slopes)
        slope.emphasis = slope.slot == Slot::region(5) ? Emphasis::highlighted : Emphasis::quiet;
    chart.slopes[1].after.status = Status::provisional;
    chart.slopes[5].after = Quantity::missing("n.b.");
    return chart;
}

}  // namespace

void add_line_cases(std::vector<Case>& cases) {
    add(cases, "line", "Bremen houdt de hoogste werkloosheid, Emsland de laagste", six_lines);
    add(cases, "line-gap", "Een reeks met een gat, een marge en schattingen", with_gap);
    add(cases, "line-highlighted", "Twente volgt het midden", highlighted);
    add(cases, "line-remarks", "Wat de schrijver bij de lijnen zegt", with_remarks_on_it);
    add(cases, "line-quarters", "De vraag naar personeel groeit", quarters);
    add(cases, "line-empty", "Nog geen reeks", [] { return LineChart{}; });
    add(cases, "slope", "Alleen in het Emsland groeide de industrie", slopes);
    add(cases, "slope-highlighted", "Het Emsland gaat tegen de stroom in", highlighted_slopes);
}

}  // namespace regioscope::chart
