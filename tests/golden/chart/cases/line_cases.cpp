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

/// Bremen's one year must not look like a line, and nothing is known of the Emsland.
LineChart ends_early() {
    LineChart chart = six_lines();
    chart.series.erase(chart.series.begin() + 3);
    for (LinePoint& point : chart.series[4].points)
        if (point.day != middle_of_year(2012)) point.quantity = Quantity::missing("[x]");
    for (LinePoint& point : chart.series[3].points)
        point.quantity = Quantity::missing("[x]");
    return chart;
}

LineChart one_year() {
    LineChart chart = six_lines();
    chart.axis.most = 100;
    chart.series.resize(3);
    for (Series& line : chart.series)
        line.points.resize(1);
    chart.series[0].points[0].quantity = Quantity::point(100, "100 %");
    chart.series[1].points[0].quantity = Quantity::missing("[x]");
    chart.series[2].points[0].quantity = Quantity::missing("[x]");
    return chart;
}

/// Nobody looked between 1990 and 2009; counts have no halves.
LineChart long_gap() {
    LineChart chart;
    chart.axis = axis("Deelnemende scholen");
    chart.axis.is_whole = true;
    Series line{"Twente", {}, Slot::region(2)};
    int year = 1988;
    for (const double value : {1.0, 2.0, 2.0, 1.0, 2.0, 3.0}) {
        line.points.push_back({middle_of_year(year), Quantity::point(value, dutch(value, 0))});
        year = year == 1990 ? 2009 : year + 1;
    }
    chart.series = {line};
    for (const LinePoint& point : line.points)
        chart.periods.named.push_back({point.day, std::to_string(calendar_day(point.day).year)});
    return chart;
}

/// Twelve looks: each marker and dash once.
LineChart twelve() {
    LineChart chart;
    chart.axis = axis("Index, 2010 = 100");
    for (int i = 1; i <= 12; ++i) {
        Series line =
            series("Reeks " + std::to_string(i), i, 2010, {100, 100.0 + i, 101 + 2.0 * i, 100 + 3.0 * i});
        for (LinePoint& point : line.points)
            point.quantity.text = dutch(point.quantity.low, 0);
        chart.series.push_back(std::move(line));
    }
    return chart;
}

LineChart days() {
    LineChart chart;
    chart.axis = axis("Inschrijvingen");
    Series line{"Bremen", {}, Slot::region(6)};
    const CalendarDay dates[] = {{2016, 1, 4}, {2016, 1, 18}, {2016, 2, 29}, {2016, 3, 14}};
    const char* const shown[] = {"4 januari 2016", "18 januari 2016", "29 februari 2016", "14 maart 2016"};
    double value = 12;
    for (int i = 0; i < 4; ++i) {
        const double day = middle_of(dates[i], dates[i]);
        line.points.push_back({day, Quantity::point(value, dutch(value, 0))});
        chart.periods.named.push_back({day, shown[i]});
        value += 7;
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

SlopeChart indexed_slopes() {
    const auto index = [](double value, std::string text) { return Quantity::point(value, std::move(text)); };
    SlopeChart chart;
    chart.before = "2016";
    chart.after = "2020";
    chart.slopes = {{"Maakbedrijven", index(100, "970"), index(113, "1.095")},
                    {"Banen in de industrie", index(100, "18.200 u ¹ ²"), index(101, "18.300 u ¹ ²")},
                    {"Grootte van een bedrijf", index(100, "18,8"), index(89, "16,7")}};
    const char* const changes[] = {"+13%", "+1%", "−11%"};
    for (std::size_t i = 0; i < 3; ++i) {
        chart.slopes[i].slot = Slot::series(static_cast<int>(i) + 1);
        chart.slopes[i].change = changes[i];
    }
    return chart;
}

}  // namespace

void add_line_cases(std::vector<Case>& cases) {
    add(cases, "line", "Bremen houdt de hoogste werkloosheid, Emsland de laagste", six_lines);
    add(cases, "line-gap", "Een reeks met een gat, een marge en schattingen", with_gap);
    add(cases, "line-highlighted", "Twente volgt het midden", highlighted);
    add(cases, "line-remarks", "Wat de schrijver bij de lijnen zegt", with_remarks_on_it);
    add(cases, "line-quarters", "De vraag naar personeel groeit", quarters);
    add(cases, "line-ends-early", "Van Bremen is één jaar bekend, van het Emsland geen", ends_early);
    add(cases, "line-one-year", "Eén bekend jaar", one_year);
    add(cases, "line-long-gap", "Twee tijden, daartussen niets", long_gap);
    add(cases, "line-twelve", "Twaalf reeksen, elk herkenbaar", twelve);
    add(cases, "line-days", "Vier dagen", days);
    add(cases, "line-empty", "Nog geen reeks", [] { return LineChart{}; });
    add(cases, "slope", "Alleen in het Emsland groeide de industrie", slopes);
    add(cases, "slope-highlighted", "Het Emsland gaat tegen de stroom in", highlighted_slopes);
    add(cases, "slope-indexed", "Meer bedrijven, niet meer banen", indexed_slopes);
}

}  // namespace regioscope::chart
