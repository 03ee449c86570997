#include "data/edition.h"

#include "small_project.h"

using namespace regioscope;
using namespace regioscope::data;
using namespace regioscope::data::test;

namespace {

const std::vector<Edition> editions = {
    {"e2013", {2013, 6, 30}}, {"e2016", {2016, 12, 31}}, {"e2022", {2022, 12, 31}}};

/// A table of one figure: unemployment in Twente in 2015.
std::string one_figure(const std::string& source, const std::string& cell) {
    return R"({"source": )" + source +
           R"(, "locator": {"table": "1", "anchor": "drie woorden hier"}, "title": {"nl": "x"},
      "attributes": {"indicator": "unemployment", "region": "twente", "period": "2015"}, "columns": {"a": {}}, "rows": [{"cells": {"a": )" +
           cell + "}}]}";
}

std::string correction(const std::string& table, const std::string& expect, const std::string& use,
                       const std::string& more = "") {
    return R"("c-)" + table +
           R"(": {"observation": {"indicator": "unemployment", "area": "twente", "period": "2015", "source": ")" +
           std::string(table == "c" ? "sequel" : "study") + R"(", "table": ")" + table + R"("}, "expect": )" +
           expect + R"(, "use": )" + use + R"(, "reason": {"nl": "x"})" + more + "}";
}

struct Case {
    const char* name;
    /// Tables a and b are of 2016, c of 2022.
    std::map<std::string, std::string> cells;
    std::string corrections;
    std::size_t edition;
    /// What is used: "TABLE VALUE", or nothing; then the codes of the findings.
    std::string used;
    std::string codes;
};

}  // namespace

TEST_CASE("an edition uses one figure per key and says when it cannot choose") {
    const Case cases[] = {
        {"not published yet", {{"a", "7.2"}}, "", 0, "", ""},
        {"published", {{"a", "7.2"}}, "", 1, "a 7.2", ""},
        {"a newer source wins", {{"a", "7.2"}, {"c", "7.4"}}, "", 2, "c 7.4", ""},
        {"but not before its day", {{"a", "7.2"}, {"c", "7.4"}}, "", 1, "a 7.2", ""},
        {"a newer gap wins too",
         {{"a", "7.2"}, {"c", R"({"value": null, "status": "Q"})"}},
         "",
         2,
         "c none",
         ""},
        {"repeated", {{"a", "7.2"}, {"b", "7.20"}}, "", 1, "a 7.2", ""},
        {"conflict", {{"a", "7.2"}, {"b", "7.3"}}, "", 1, "a 7.2", "conflicting-observations"},
        {"an old conflict no longer counts", {{"a", "7.2"}, {"b", "7.3"}, {"c", "7.4"}}, "", 2, "c 7.4", ""},
        {"a point and a bound conflict",
         {{"a", "7.2"}, {"b", R"({"about": 7.2})"}},
         "",
         1,
         "a 7.2",
         "conflicting-observations"},
        {"a blank without a reason gives way", {{"a", "null"}, {"b", "7.3"}}, "", 1, "b 7.3", ""},
        {"a gap with a reason does not",
         {{"a", R"({"value": null, "status": "M"})"}, {"b", "7.3"}},
         "",
         1,
         "a none",
         "conflicting-observations"},
        {"corrected", {{"a", "7.2"}}, correction("a", "7.2", "7.5"), 1, "a 7.5*", ""},
        {"corrected to a gap", {{"a", "7.2"}}, correction("a", "7.2", "null"), 1, "a none*", ""},
        {"stale", {{"a", "7.3"}}, correction("a", "7.2", "7.5"), 1, "a 7.5*", "stale-correction"},
        {"not stale where it is not seen", {{"a", "7.3"}}, correction("a", "7.2", "7.5"), 0, "", ""},
        {"one of two is named",
         {{"a", "7.2"}, {"b", "7.3"}},
         correction("b", "7.3", "\"as-printed\""),
         1,
         "b 7.3*",
         ""},
        {"one of two is withheld",
         {{"a", "7.2"}, {"b", "7.3"}},
         correction("a", "7.2", "null"),
         1,
         "b 7.3",
         ""},
        {"one of two is corrected to the other",
         {{"a", "7.2"}, {"b", "7.3"}},
         correction("a", "7.2", "7.3"),
         1,
         "a 7.3*",
         ""},
        {"one of two is corrected to something else",
         {{"a", "7.2"}, {"b", "7.3"}},
         correction("a", "7.2", "7.4"),
         1,
         "a 7.4*",
         "conflicting-observations"},
        {"an older one is named",
         {{"a", "7.2"}, {"c", "7.4"}},
         correction("a", "7.2", "\"as-printed\""),
         2,
         "a 7.2*",
         ""},
        {"only until an edition",
         {{"a", "7.2"}, {"c", "7.4"}},
         correction("a", "7.2", "\"as-printed\"", R"(, "until": "e2016")"),
         2,
         "c 7.4",
         ""},
        {"only from an edition",
         {{"a", "7.2"}},
         correction("a", "7.2", "7.5", R"(, "from": "e2022")"),
         1,
         "a 7.2",
         ""},
        {"from an edition that is not there",
         {{"a", "7.2"}},
         correction("a", "7.2", "7.5", R"(, "from": "e2021")"),
         1,
         "a 7.5*",
         "unknown-edition"},
    };
    for (const Case& one : cases) {
        INFO(one.name);
        Files files = small_project();
        files.erase("datasets/tables/study/table-2.json");
        for (const auto& [id, cell] : one.cells) {
            files["datasets/tables/" + id + ".json"] =
                one_figure(id == "c" ? "\"sequel\"" : "\"study\"", cell);
        }
        if (!one.corrections.empty())
            files["datasets/corrections.json"] = "{\"corrections\": {" + one.corrections + "}}";
        Outcome outcome = read(files);
        REQUIRE(outcome.text() == "");
        const Dataset& dataset = outcome.dataset;
        const EditionFigures figures = figures_of(dataset, editions, one.edition, outcome.findings);
        CHECK(outcome.codes() == one.codes);

        const UsedObservation* const used =
            figures.find(*std::optional(IndicatorIndex{0}), dataset.area_by_id.at("twente"), PeriodIndex{0});
        std::string said;
        if (used != nullptr) {
            said = dataset[dataset[used->observation].table].id + " " +
                   (used->value ? used->value->text() : "none") + (used->correction ? "*" : "");
            CHECK(means_missing(used->statuses.front()) == !used->value);
        }
        CHECK(said == one.used);
        std::size_t visible = 0;
        for (const Observation& o : dataset.observations)
            visible += is_visible(dataset, dataset[o.citation], editions[one.edition]) ? 1U : 0U;
        CHECK(figures.used().size() + figures.superseded().size() == visible);
    }
}

TEST_CASE("a conflict shows both places and its key") {
    Files files = small_project();
    files["datasets/tables/other.json"] = one_figure("\"study\"", "7.3");
    Outcome outcome = read(files);
    (void)figures_of(outcome.dataset, editions, 1, outcome.findings);
    const std::string text = outcome.text();
    CHECK(text.starts_with(
        R"(datasets/tables/study/table-2.json:8:102: error[conflicting-observations]: 'unemployment/twente/2015' is 7.20 here and 7.3 elsewhere, published on the same day
)"));
    CHECK(text.find("  note: datasets/tables/other.json:2:137: the other one is here\n") !=
          std::string::npos);
    CHECK(text.ends_with(R"(  note: say in datasets/corrections.json which one is used and why
  note: its key is 'unemployment/twente/2015'
)"));
    CHECK(outcome.findings.all()[0].subject == "unemployment/twente/2015");
}

TEST_CASE("within one source the later part wins") {
    Files files = small_project();
    files["datasets/tables/april.json"] = one_figure(R"("pact", "part": "april")", "1");
    files["datasets/tables/november.json"] = one_figure(R"("pact", "part": "november")", "2");
    files.erase("datasets/tables/study/table-2.json");
    Outcome outcome = read(files);
    const auto value = [&](std::size_t edition) {
        return figures_of(outcome.dataset, editions, edition, outcome.findings).used().at(0).value->text();
    };
    CHECK(value(0) == "1");
    CHECK(value(1) == "2");
    CHECK(outcome.text() == "");
}

TEST_CASE("figures stand by indicator, area and period, and are found again") {
    Outcome outcome = read(small_project());
    const Dataset& dataset = outcome.dataset;
    const EditionFigures figures = figures_of(dataset, editions, 2, outcome.findings);
    REQUIRE(figures.used().size() == 4);
    for (std::size_t i = 1; i < figures.used().size(); ++i) {
        const Observation& before = dataset[figures.used()[i - 1].observation];
        const Observation& after = dataset[figures.used()[i].observation];
        CHECK(std::tuple(before.indicator, before.area, before.period) <
              std::tuple(after.indicator, after.area, after.period));
    }
    CHECK(figures.range_of(IndicatorIndex{0}) == std::pair<std::size_t, std::size_t>(0, 2));
    CHECK(figures.range_of(IndicatorIndex{1}) == std::pair<std::size_t, std::size_t>(2, 4));
    CHECK(figures.range_of(IndicatorIndex{2}).first == figures.range_of(IndicatorIndex{2}).second);
    for (const UsedObservation& used : figures.used()) {
        const Observation& o = dataset[used.observation];
        CHECK(figures.find(o.indicator, o.area, o.period) == &used);
    }
    CHECK(figures.find(IndicatorIndex{2}, AreaIndex{0}, PeriodIndex{0}) == nullptr);
}
