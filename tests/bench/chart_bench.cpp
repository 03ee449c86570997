// Charts from model to SVG, of the sizes that reports have.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "chart/grouped_bar.h"
#include "chart/line.h"
#include "chart/svg.h"

namespace regioscope::chart {

namespace {

Quantity figure(int row, int column) {
    const double value = 20 + (row * 37 + column * 11) % 60;
    return Quantity::point(value, fmt::format("{:.1f}%", value));
}

Canvas canvas() {
    return {"figure", 640, "Title", "What it shows.", {}};
}

void grouped_bars(benchmark::State& state) {
    GroupedBarChart chart;
    for (int series = 1; series <= 5; ++series)
        chart.series.push_back({fmt::format("Part {}", series), Slot::part(series)});
    for (int group = 1; group <= 8; ++group) {
        chart.groups.push_back({fmt::format("Region {}", group), {}});
        for (int series = 1; series <= 5; ++series)
            chart.groups.back().quantities.push_back(figure(group, series));
    }
    for (auto _ : state)
        benchmark::DoNotOptimize(render(chart, canvas()));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(grouped_bars);

void lines(benchmark::State& state) {
    LineChart chart;
    for (int series = 1; series <= 8; ++series) {
        chart.series.push_back({fmt::format("Region {}", series), {}, Slot::region(series)});
        for (int year = 0; year < 20; ++year)
            chart.series.back().points.push_back(
                {middle_of({1997 + year, 1, 1}, {1997 + year, 12, 31}), figure(series, year)});
    }
    for (auto _ : state)
        benchmark::DoNotOptimize(render(chart, canvas()));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(lines);

}  // namespace

}  // namespace regioscope::chart
