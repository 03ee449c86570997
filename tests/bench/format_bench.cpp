// Numbers as readers see them, and messages.
#include <benchmark/benchmark.h>

#include "bench/project.h"

namespace regioscope {

namespace {

void number(benchmark::State& state) {
    const locale::Locale& locale = bench::dutch();
    std::string out;
    for (auto _ : state) {
        out.clear();
        locale.append_number(out, Decimal::scaled(123456789, -2), 1);
        benchmark::DoNotOptimize(out);
    }
}
BENCHMARK(number);

void amount(benchmark::State& state) {
    const locale::Locale& locale = bench::dutch();
    const locale::Unit percent{.kind = locale::Unit::Kind::percent};
    for (auto _ : state)
        benchmark::DoNotOptimize(locale.amount(locale::Amount::point(Decimal::scaled(72, -1)), percent));
}
BENCHMARK(amount);

void message(benchmark::State& state) {
    const locale::Locale& locale = bench::dutch();
    for (auto _ : state)
        benchmark::DoNotOptimize(
            locale.message("rank.of", {{"rank", std::string("2")}, {"count", std::string("6")}}));
}
BENCHMARK(message);

}  // namespace

}  // namespace regioscope
