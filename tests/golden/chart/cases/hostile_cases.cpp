// Words that try to break out of their place, or out of their room.
#include "cases/cases.h"
#include "chart/bar.h"
#include "chart/scatter.h"

namespace regioscope::chart {

namespace {

const char* const words[] = {
    "</text><script>alert(1)</script>",
    "\" onload=\"alert(1)",
    "a & b < c > d 'e' &amp; ]]>",
    "bell\x07, tab\t and broken \xC3\x28 bytes",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "世界の地域経済圏 😀 ﷽ العربية"};

BarChart bars() {
    BarChart chart;
    double value = 1;
    for (const char* const word : words)
        chart.bars.push_back({word, Quantity::point(value++, word), Slot::accent()});
    chart.references = {{3, words[0], Slot::benchmark(1)}};
    chart.axis.title = words[2];
    return chart;
}

ScatterChart points() {
    ScatterChart chart;
    double value = 1;
    for (const char* const word : words) {
        chart.points.push_back(
            {word, Quantity::point(value, word), Quantity::point(value, word), Slot::region(1)});
        value *= 1.1;
    }
    return chart;
}

}  // namespace

void add_hostile_cases(std::vector<Case>& cases) {
    add(cases, "hostile-bar", words[0], bars);
    add(cases, "hostile-scatter", words[2], points);
}

}  // namespace regioscope::chart
