// A table of regions and years as markup.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "figures/cells.h"
#include "figures/table_html.h"

namespace regioscope::figures {

namespace {

void table_of_regions(benchmark::State& state) {
    Table table;
    table.id = "series";
    table.caption = "Unemployment";
    table.head = {{{.label = "Region"}}};
    for (int year = 2007; year <= 2016; ++year)
        table.head.front().push_back({.label = fmt::to_string(year), .is_number = true});
    table.groups.emplace_back();
    for (int region = 0; region < 300; ++region) {
        Row row{{}, {header_cell(fmt::format("Region {}", region), "../regions/region.html")}};
        for (int year = 0; year < 10; ++year)
            row.cells.push_back(number_cell("12,3", Decimal::scaled(123, -1)));
        row.origin = Link{"Tabel 1", "../sources/statistics/table-1.html#row", {}};
        table.groups.front().rows.push_back(std::move(row));
    }
    const TableWords words{"Source", "Sort by %"};
    for (auto _ : state)
        benchmark::DoNotOptimize(table_html(table, words));
    state.SetItemsProcessed(state.iterations() * 3000);
}
BENCHMARK(table_of_regions);

}  // namespace

}  // namespace regioscope::figures
