#include "data/read.h"

#include "small_project.h"

using namespace regioscope;
using namespace regioscope::data;
using namespace regioscope::data::test;

namespace {

const std::string regions_file = "datasets/regions.json";
const std::string indicators_file = "datasets/indicators.json";
const std::string sources_file = "datasets/sources.json";
const std::string table_file = "datasets/tables/study/table-2.json";

const Observation& only(const Dataset& dataset, std::string_view indicator, std::string_view area) {
    for (const Observation& o : dataset.observations) {
        if (dataset[o.indicator].id == indicator && dataset[o.area].id == area) return o;
    }
    FAIL("no such observation");
    return dataset.observations.front();
}

}  // namespace

TEST_CASE("a small project reads without a finding") {
    const Outcome outcome = read(small_project());
    CHECK(outcome.text() == "");
    const Dataset& dataset = outcome.dataset;
    CHECK(dataset.regions.size() == 2);
    CHECK(dataset.areas.size() == 3);
    CHECK(dataset.regions[0].names[0].short_name == "Twente");
    CHECK(dataset.indicators[3].cadence_months == 18);
    CHECK(dataset.sources[2].parts[1].published.text() == "2013-11-30");
    REQUIRE(dataset.observations.size() == 4);

    const Observation& rate = only(dataset, "unemployment", "twente");
    CHECK(rate.value->text() == "7.20");
    CHECK(rate.printed == "7,20");
    CHECK(rate.statuses == Statuses{Status::normal});
    CHECK(dataset[rate.period].written == "2015");
    CHECK(dataset[rate.citation].locator.label == "Tabel 2");
    CHECK(rate.span.text() == "7.20");

    const Observation& jobs = only(dataset, "jobs-a", "twente");
    CHECK(jobs.value->text() == "1920500");
    CHECK(jobs.printed == "1.920,5");
    CHECK(jobs.statuses == Statuses{Status::low_reliability});
    REQUIRE(dataset[jobs.notes].size() == 1);
    CHECK(dataset.notes[dataset[jobs.notes][0]].entries[0].markdown == "Ruw.");

    const Observation& blank = only(dataset, "jobs-a", "corop");
    CHECK_FALSE(blank.value);
    CHECK(blank.statuses == Statuses{Status::missing});
    CHECK(blank.printed.empty());

    const Table& table = dataset.tables.front();
    CHECK(table.id == "study/table-2");
    CHECK(table.rows[0].heading);
    CHECK(table.rows[1].cells.size() == 2);
    CHECK(&dataset[*table.rows[2].cells[1]] == &jobs);
}

TEST_CASE("findings say where, what, and a way out") {
    struct Row {
        const char* name;
        std::string path;
        std::string text;
        const char* expected;
    };
    const Row rows[] = {
        {"typo in a region's id", table_file, with(table, R"("region": "twente")", R"("region": "twent")"),
         R"(datasets/tables/study/table-2.json:5:109: error[unknown-region]: no region 'twent' (did you mean 'twente'?)
      "columns": {"drenthe": {"region": "drenthe", "area": "corop", "printed": "Drenthe"}, "twente": {"region": "twent"}},
                                                                                                                ^~~~~~~
)"},
        {"duplicate key", table_file, with(table, R"("scale": 1000,)", R"("scale": 1000, "scale": 10,)"),
         R"(datasets/tables/study/table-2.json:9:44: error[duplicate-key]: the key 'scale' stands twice in this object
        {"indicator": "jobs-a", "scale": 1000, "scale": 10, "cells": {"drenthe": null, "twente": {"value": 1920.5, "status": "U", "note": {"nl": "Ruw."}}}}
                                               ^~~~~~~
  note: datasets/tables/study/table-2.json:9:29: the first one is here
        {"indicator": "jobs-a", "scale": 1000, "scale": 10, "cells": {"drenthe": null, "twente": {"value": 1920.5, "status": "U", "note": {"nl": "Ruw."}}}}
                                ^~~~~~~
)"},
        {"trailing comma", table_file, with(table, R"({"region": "twente"}},)", R"({"region": "twente"},},)"),
         R"(datasets/tables/study/table-2.json:5:119: error[invalid-json]: unexpected '}', expected text in quotes
      "columns": {"drenthe": {"region": "drenthe", "area": "corop", "printed": "Drenthe"}, "twente": {"region": "twente"},},
                                                                                                                          ^
  note: datasets/tables/study/table-2.json:5:118: the comma before it is one too many
      "columns": {"drenthe": {"region": "drenthe", "area": "corop", "printed": "Drenthe"}, "twente": {"region": "twente"},},
                                                                                                                         ^
)"},
        {"number as text", table_file, with(table, "7.7,", "\"7.7\","),
         R"(datasets/tables/study/table-2.json:8:87: error[wrong-type]: expected a number, got a text
        {"indicator": "unemployment", "printed": "Werkloosheid [%]", "cells": {"drenthe": "7.7", "twente": 7.20}},
                                                                                          ^~~~~
  note: write the number without quotes
)"},
        {"wrong byte", table_file, with(table, "\"Resultaat\"", "\"R\xE9sultaat\""),
         "datasets/tables/study/table-2.json:7:19: error[invalid-utf8]: the byte 0xE9 is not valid UTF-8; "
         "save the file as "
         "UTF-8\n        {\"heading\": \"R\uFFFDsultaat\"},\n                      ^\n"},
        {"missing cell", table_file, with(table, R"("drenthe": 7.7, )", ""),
         R"(datasets/tables/study/table-2.json:8:75: error[missing-cell]: this row has no cell for 'drenthe'
        {"indicator": "unemployment", "printed": "Werkloosheid [%]", "cells": {"twente": 7.20}},
                                                                              ^
  note: write null where the print is blank, or name the columns in 'omitted' where it has no such cell
)"},
    };
    for (const Row& row : rows) {
        INFO(row.name);
        CHECK(read_with(row.path, row.text).text() == row.expected);
    }
}

TEST_CASE("each thing that can be wrong in a file has its code") {
    struct Row {
        std::string path;
        const char* file;
        const char* from;
        const char* to;
        const char* codes;
    };
    const Row rows[] = {
        // Regions
        {regions_file, regions, "\"kind\": \"study\"", "\"kind\": \"studies\"", "unknown-word"},
        {regions_file, regions, "\"country\": \"nl\"", "\"country\": \"NL\"", "invalid-country"},
        {regions_file, regions, "NL213", "nl213", "invalid-nuts"},
        {regions_file, regions, "52.3", "90.5", "out-of-range"},
        {regions_file, regions, "6.7", "-180.01", "out-of-range"},
        {regions_file, regions, "\"corop\":", "\"twente\":", "duplicate-id unknown-area"},
        {regions_file, regions, "[\"twente\", \"drenthe\"]", "[\"twente\", \"twente\"]", "duplicate-item"},
        {regions_file, regions, "[\"twente\", \"drenthe\"]", "[]", "empty-list"},
        {regions_file, regions, "[\"twente\", \"drenthe\"]", "[\"twente\", \"drente\"]", "unknown-region"},
        {regions_file, regions, "\"province\":", "\"The Province\":", "invalid-id"},
        {regions_file, regions, "\"in\": \"in Twente\", ", "", "missing-key"},
        {regions_file, regions, "\"the\": \"Twente\"", "\"the\": \"\"", "empty-text"},
        {regions_file, regions, "\"provincie\"", "\"provincie\", \"fy\": \"x\"", "unknown-language"},
        {regions_file, regions, "{\"nl\": \"provincie\"}", "\"provincie\"", "wrong-type"},
        {regions_file, regions, "{\"nl\": \"provincie\"}", "{}", "empty-text missing-language"},
        {regions_file, regions, "\"sets\"", "\"set\"", "unknown-key"},
        // Indicators
        {indicators_file, indicators, "\"theme\": \"work\"", "\"theme\": \"wrk\"", "unknown-theme"},
        {indicators_file, indicators, "\"unit\": \"jobs\"", "\"unit\": \"job\"", "unknown-unit"},
        {indicators_file, indicators, "\"decimals\": 1", "\"decimals\": 7", "out-of-range"},
        {indicators_file, indicators, "\"decimals\": 1", "\"decimals\": 0.5", "out-of-range"},
        {indicators_file, indicators, "\"about_equal\": 0.1", "\"about_equal\": 0.05", "too-fine"},
        {indicators_file, indicators, "lower-is-better", "low-is-better", "unknown-word"},
        {indicators_file, indicators, "\"currency\": \"EUR\"", "\"currency\": \"euro\"", "invalid-currency"},
        {indicators_file, indicators, "\"currency\": \"EUR\", ", "", "missing-key"},
        {indicators_file, indicators, "\"kind\": \"percent\"", "\"kind\": \"percent\", \"currency\": \"EUR\"",
         "misplaced-key"},
        {indicators_file, indicators, "P1Y6M", "P1W", "invalid-duration"},
        {indicators_file, indicators, "[\"jobs-a\", \"jobs-b\"]}", "[\"jobs-a\", \"jobs-c\"]}",
         "unknown-indicator"},
        {indicators_file, indicators, "[\"jobs-a\", \"jobs-b\"]}", "[\"jobs-a\"]}", "wrong-count"},
        {indicators_file, indicators, "[\"jobs-a\", \"jobs-b\"]}", "[\"jobs-a\", \"jobs\"]}",
         "derivation-cycle"},
        {indicators_file, indicators, "[\"jobs-a\", \"jobs-b\"]}", "[\"jobs-a\", \"unemployment\"]}",
         "unit-mismatch"},
        {indicators_file, indicators, "\"operation\": \"sum\"", "\"operation\": \"share\"", "unit-mismatch"},
        {indicators_file, indicators, "\"operation\": \"sum\"",
         "\"operation\": \"difference\", \"base\": \"2015\"", "misplaced-key"},
        {indicators_file, indicators, "\"operation\": \"sum\"", "\"operation\": \"sum\", \"scale\": 2",
         "misplaced-key"},
        {indicators_file, indicators, "\"operation\": \"sum\"", "\"operation\": \"per\", \"scale\": -2",
         "invalid-scale"},
        {indicators_file, indicators, "\"operation\": \"sum\"", "\"operation\": \"index\"",
         "missing-key wrong-count"},
        {indicators_file, indicators, "\"parts\": [\"jobs-a\"", "\"parts\": [\"unemployment\"",
         "unit-mismatch"},
        {indicators_file, indicators, "\"parts\": [\"jobs-a\"", "\"parts\": [\"jobs-b\"",
         "overlapping-parts"},
        {indicators_file, indicators, "\"whole\": \"jobs\"", "\"whole\": \"jobs-a\"", "overlapping-parts"},
        {indicators_file, indicators, "\"parts\": [\"jobs-a\", \"jobs-b\"], \"whole\": \"jobs\"",
         "\"parts\": [\"jobs\", \"jobs-b\"], \"whole\": \"sum\"", "overlapping-parts"},
        {indicators_file, indicators, "\"tolerance\": 1", "\"tolerance\": -1", "out-of-range"},
        // Sources
        {sources_file, sources, "\"published\": \"2016-12\"", "\"published\": \"2016-13\"", "invalid-date"},
        {sources_file, sources, "\"published\": \"2016-12\"", "\"published\": 2016", "wrong-type"},
        {sources_file, sources, "https://example.org/studie", "javascript:alert(1)", "invalid-url"},
        {sources_file, sources, "\"language\": \"nl\"", "\"language\": \"Dutch\"", "invalid-language"},
        {sources_file, sources, "\"title\": \"Studie\"", "\"extract\": \"../x.txt\", \"title\": \"Studie\"",
         "invalid-path"},
        // Tables
        {table_file, table, "\"source\": \"study\"", "\"source\": \"studie\"", "unknown-source"},
        {table_file, table, "\"source\": \"study\"", "\"source\": \"pact\"", "missing-part"},
        {table_file, table, "\"source\": \"study\"", "\"source\": \"pact\", \"part\": \"apil\"",
         "unknown-part"},
        {table_file, table, "\"source\": \"study\"", "\"source\": \"study\", \"part\": \"april\"",
         "unknown-part"},
        {table_file, table, "\"table\": \"Tabel 2\"", "\"table\": \"Tabel 2\", \"section\": \"3\"",
         "invalid-locator"},
        {table_file, table, "\"table\": \"Tabel 2\", ", "", "invalid-locator"},
        {table_file, table, "Tabel 2 Kerngegevens van regio's", "Tabel 2", "invalid-anchor"},
        {table_file, table, "Tabel 2 Kerngegevens van regio's",
         "een twee drie vier vijf zes zeven acht negen", "invalid-anchor"},
        {table_file, table, "Tabel 2 Kerngegevens van regio's", "Tabel 2  Kerngegevens van",
         "invalid-anchor"},
        {table_file, table, "\"area\": \"corop\"", "\"area\": \"twente\"", "area-not-of-region"},
        {table_file, table, "\"area\": \"corop\"", "\"area\": \"korop\"", "unknown-area"},
        {table_file, table, "\"period\": \"2015\"", "\"period\": 2015", "wrong-type"},
        {table_file, table, "\"period\": \"2015\"", "\"period\": \"2016/2015\"", "invalid-period"},
        {table_file, table, "\"period\": \"2015\", ", "", "incomplete-key incomplete-key"},
        {table_file, table, "\"indicator\": \"jobs-a\", ", "", "incomplete-key"},
        {table_file, table, "\"indicator\": \"jobs-a\"", "\"indicator\": \"job-a\"", "unknown-indicator"},
        {table_file, table, "\"indicator\": \"jobs-a\"", "\"indicator\": \"jobs\"", "derived-indicator"},
        {table_file, table, "\"indicator\": \"jobs-a\"", "\"indicator\": \"jobs-a\", \"area\": \"corop\"",
         "area-not-of-region"},
        {table_file, table, "\"scale\": 1000", "\"scale\": 0", "invalid-scale"},
        {table_file, table, "\"scale\": 1000", "\"scale\": -1000", "invalid-scale"},
        {table_file, table, "\"scale\": 1000", "\"unit\": \"euro\"", "unit-mismatch"},
        {table_file, table, "\"twente\": 7.20", "\"twente\": 7.20, \"bremen\": 3", "unknown-column"},
        {table_file, table, "\"twente\": 7.20}", "\"twente\": 7.20}, \"omitted\": [\"twente\"]",
         "omitted-cell"},
        {table_file, table, "\"twente\": 7.20}", "\"drenthe\": 7.20}", "missing-cell duplicate-key"},
        {table_file, table, "\"status\": \"U\"", "\"status\": \"M\"", "status-mismatch"},
        {table_file, table, "\"status\": \"U\"", "\"status\": \"X\"", "unknown-status"},
        {table_file, table, "\"status\": \"U\"", "\"status\": [\"U\", \"U\"]", "duplicate-item"},
        {table_file, table, "\"status\": \"U\"", "\"status\": []", "empty-list"},
        {table_file, table, "\"value\": 1920.5", "\"value\": null", "status-mismatch"},
        {table_file, table, "\"value\": 1920.5, ", "", "missing-key"},
        {table_file, table, "1920.5", "1234567890123456789", "invalid-value"},
        {table_file, table, "7.20", "{\"from\": 8, \"to\": 7}", "invalid-value"},
        {table_file, table, "7.20", "{\"from\": 8}", "missing-key"},
        {table_file, table, "7.20", "{\"about\": 8, \"at_least\": 7}", "unknown-key"},
        {table_file, table, "7.20", "{\"about\": null}", "wrong-type"},
        {table_file, table, "7.20", "{}", "missing-key"},
        {table_file, table, "7.20", "true", "wrong-type"},
        {table_file, table, "7.20", "[7.2]", "wrong-type"},
        {table_file, table, "{\"heading\": \"Resultaat\"}", "{\"heading\": \"Resultaat\", \"scale\": 2}",
         "unknown-key"},
    };
    for (const Row& row : rows) {
        INFO(row.path << ": " << row.to << " for " << row.from);
        const Outcome outcome = read_with(row.path, with(row.file, row.from, row.to));
        INFO(outcome.text());
        CHECK(outcome.codes() == row.codes);
    }
}

TEST_CASE("required files are missed, unknown ones noticed") {
    for (const std::string& path : {regions_file, indicators_file, sources_file}) {
        Files files = small_project();
        files.erase(path);
        const Outcome outcome = read(files);
        CHECK(outcome.codes() == "missing-file");
        CHECK(outcome.findings.all()[0].file_name() == path);
    }
    Files files = small_project();
    files["datasets/regoins.json"] = "{}";
    files["datasets/profiles/old/twente.json"] = "{}";
    files["datasets/schema/table.schema.json"] = "{}";
    files["datasets/tables/Bad Name.json"] = table;
    CHECK(read(files).codes() == "unused-file unused-file invalid-id");
}

TEST_CASE("a text that a language lacks is a warning at its brace") {
    const Outcome outcome = read(small_project(), {"nl", "de"});
    CHECK_FALSE(outcome.findings.has_errors());
    CHECK(outcome.findings.all()[0].code == "missing-language");
    CHECK(outcome.findings.all()[0].message == "not yet in de");
}

TEST_CASE("inner attributes win, and notes add up from the outside in") {
    const Outcome outcome = read_with(table_file, R"({
      "source": "study", "locator": {"table": "1", "anchor": "drie woorden hier"}, "title": {"nl": "x"},
      "attributes": {"indicator": "jobs-a", "period": "2014", "scale": 10, "status": "E", "note": {"nl": "tabel"}},
      "column_groups": {"both": {"printed": "Beide", "columns": ["a", "b"], "period": "2015", "note": {"nl": "groep"}}},
      "columns": {"a": {"region": "drenthe", "note": {"nl": "kolom"}}, "b": {"region": "drenthe", "area": "corop", "status": "P"}, "c": {}},
      "rows": [
        {"region": "twente", "note": {"nl": "rij"}, "omitted": ["b"],
         "cells": {"a": {"value": 1, "note": {"nl": "cel"}}, "c": {"value": 2, "indicator": "jobs-b", "period": "2016", "scale": 1}}},
        {"locator": {"section": "2", "anchor": "vier woorden staan hier"}, "omitted": ["a", "c"], "cells": {"b": null}},
        {"omitted": ["a", "c"], "cells": {"b": 3}}
      ]})");
    CHECK(outcome.text() == "");
    const Dataset& dataset = outcome.dataset;
    REQUIRE(dataset.observations.size() == 4);
    const auto described = [&](const Observation& o) {
        std::string all = key_of(dataset, o) + " " + (o.value ? o.value->text() : "none") + " ";
        for (const Status status : o.statuses)
            all += code_of(status);
        for (const std::uint32_t note : dataset[o.notes])
            all += " " + dataset.notes[note].entries[0].markdown;
        return all + " " + dataset[o.citation].locator.label;
    };
    // The row's region takes the place of the column's area.
    CHECK(described(dataset.observations[0]) == "jobs-a/twente/2015 10 E tabel groep kolom rij cel 1");
    CHECK(described(dataset.observations[1]) == "jobs-b/twente/2016 2 E tabel rij 1");
    // A blank does not take over a status that says there is a value.
    CHECK(described(dataset.observations[2]) == "jobs-a/corop/2015 none O tabel groep 2");
    CHECK(described(dataset.observations[3]) == "jobs-a/corop/2015 30 P tabel groep 1");
    CHECK(dataset.periods.size() == 3);
    CHECK(dataset.tables[0].column_groups[0].columns == std::vector<std::uint32_t>{0, 1});
    CHECK(dataset.tables[0].rows[1].cells[0] == std::nullopt);
}

TEST_CASE("cells look as they were printed") {
    const Outcome outcome = read_with(table_file, R"({
      "source": "study", "locator": {"table": "1", "anchor": "drie woorden hier"}, "title": {"nl": "x"},
      "attributes": {"indicator": "jobs-a", "period": "2014", "region": "twente",
                     "number_format": {"decimal": ",", "thousands": ".", "prefix": "€ ", "suffix": "%"}},
      "columns": {"a": {}},
      "rows": [{"cells": {"a": 1234567.80}}, {"cells": {"a": -999}}, {"cells": {"a": {"more_than": 2000}}}, {"cells": {"a": {"from": 48, "to": 1060}}},
               {"cells": {"a": {"about": 700}}}, {"cells": {"a": {"value": 5, "printed": "vijf"}}}, {"number_format": {}, "cells": {"a": 1234.50}},
               {"cells": {"a": 0.05}}, {"cells": {"a": {"at_most": 3}}}]})");
    CHECK(outcome.text() == "");
    std::string all;
    for (const Observation& o : outcome.dataset.observations)
        all += o.printed + "|";
    CHECK(all == "€ 1.234.567,80%|€ -999%|> € 2.000%|€ 48–1.060%|ca. € 700%|vijf|1234.50|€ 0,05%|≤ € 3%|");
}

TEST_CASE("columns of a group are neighbours and belong to one group") {
    const auto codes = [](const std::string& groups) {
        return read_with(table_file, R"({
          "source": "study", "locator": {"table": "1", "anchor": "drie woorden hier"}, "title": {"nl": "x"},
          "attributes": {"indicator": "jobs-a", "period": "2014", "region": "twente"},
          "columns": {"a": {}, "b": {}, "c": {}}, "column_groups": )" +
                                         groups + R"(,
          "rows": [{"cells": {"a": 1, "b": 1, "c": 1}}]})")
            .codes();
    };
    CHECK(codes(R"({"g": {"columns": ["a", "b"]}})") == "");
    CHECK(codes(R"({"g": {"columns": ["a", "c"]}})") == "scattered-group");
    CHECK(codes(R"({"g": {"columns": ["b", "a"]}})") == "scattered-group");
    CHECK(codes(R"({"g": {"columns": ["a", "d"]}})") == "unknown-column");
    CHECK(codes(R"({"g": {"columns": ["a", "b"]}, "h": {"columns": ["b", "c"]}})") == "duplicate-item");
}

TEST_CASE("periods come in time order, each stretch of days once") {
    const Outcome outcome = read_with(table_file, R"({
      "source": "study", "locator": {"table": "1", "anchor": "drie woorden hier"}, "title": {"nl": "x"},
      "attributes": {"indicator": "jobs-a", "region": "twente"},
      "columns": {"a": {"period": "2016"}, "b": {"period": "2015-01/2015-12"}, "c": {"period": "2015"}, "d": {"period": "2006/2015"}},
      "rows": [{"cells": {"a": 1, "b": 2, "c": 2, "d": 4}}]})");
    CHECK(outcome.text() == "");
    std::string all;
    for (const Period& period : outcome.dataset.periods)
        all += period.written + " ";
    CHECK(all == "2006/2015 2015 2016 ");
    CHECK(outcome.dataset.observations[1].period == outcome.dataset.observations[2].period);
}

TEST_CASE("everything comes out in one order, on one core and on many") {
    Files files = small_project();
    for (int i = 0; i < 40; ++i) {
        const std::string name = "datasets/tables/t-" + std::to_string(i) + ".json";
        files[name] = with(with(table, "\"2015\"", "\"" + std::to_string(1990 + i) + "\""),
                           "\"twente\": 7.20", i % 3 == 0 ? "\"twente\": \"x\"" : "\"twente\": 7.20");
    }
    const Outcome first = read(files);
    CHECK(first.findings.count(Severity::error) == 14);
    for (int i = 0; i < 5; ++i) {
        const Outcome again = read(files);
        CHECK(again.text() == first.text());
        REQUIRE(again.dataset.observations.size() == first.dataset.observations.size());
        for (std::size_t k = 0; k < again.dataset.observations.size(); ++k) {
            CHECK(key_of(again.dataset, again.dataset.observations[k]) ==
                  key_of(first.dataset, first.dataset.observations[k]));
        }
    }
}

TEST_CASE("where very many ids are wrong, the first ones still get a suggestion") {
    std::string rows;
    for (int i = 0; i < 150; ++i)
        rows += std::string(i == 0 ? "" : ",") + R"({"region": "twent", "cells": {"a": 1}})";
    const Outcome outcome = read_with(
        table_file,
        R"({"source": "study", "locator": {"table": "1", "anchor": "drie woorden hier"}, "title": {"nl": "x"},
          "attributes": {"indicator": "jobs-a", "period": "2014"}, "columns": {"a": {}}, "rows": [)" +
            rows + "]}");
    REQUIRE(outcome.findings.all().size() == 150);
    CHECK(outcome.findings.all().front().message == "no region 'twent' (did you mean 'twente'?)");
    CHECK(outcome.findings.all().back().message == "no region 'twent'");
}
