// A table's file as a tree with places, and the same file through nlohmann's SAX interface with nobody
// listening.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/json.h"

namespace regioscope {

namespace {

std::string table_file() {
    std::string text = "{\n \"source\": \"statistics\",\n \"rows\": [\n";
    for (int row = 0; row < 300; ++row) {
        text += fmt::format("{}  {{\"region\": \"region-{}\", \"printed\": \"Region {}\", \"cells\": {{",
                            row == 0 ? "" : ",\n", row, row);
        for (int year = 2007; year <= 2016; ++year)
            text += fmt::format("{}\"y{}\": {}.{}", year == 2007 ? "" : ", ", year, (row * 7 + year) % 90,
                                year % 10);
        text += "}}";
    }
    return text + "\n ]\n}\n";
}

void positioned_json(benchmark::State& state) {
    const SourceText source("table.json", table_file());
    for (auto _ : state) {
        Findings findings;
        benchmark::DoNotOptimize(json::parse(source, findings));
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(source.text().size()));
}
BENCHMARK(positioned_json);

/// Takes every event and keeps nothing.
struct Nobody : nlohmann::json_sax<nlohmann::json> {
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override {
        return false;
    }
};

void nlohmann_sax(benchmark::State& state) {
    const std::string text = table_file();
    for (auto _ : state) {
        Nobody nobody;
        benchmark::DoNotOptimize(nlohmann::json::sax_parse(text, &nobody));
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(nlohmann_sax);

}  // namespace

}  // namespace regioscope
