#include "analysis/plausibility/plausibility.h"

#include "analysis/plausibility/stray.h"
#include "small_report.h"

namespace {

using namespace regioscope;

/// A table of the regions a to d and the country, in 2015, with these rows.
std::string table(const std::string& rows, const std::string& more = "") {
    return R"({"source": "study", "locator": {"table": "Tabel 1", "anchor": "Tabel 1 Alles bij elkaar"}, "title": {"nl": "Alles"},)" +
           more + R"("attributes": {"period": "2015"},
  "columns": {"a": {"region": "a", "printed": "A"}, "b": {"region": "b", "printed": "B"}, "c": {"region": "c", "printed": "C"},
              "d": {"region": "d", "printed": "D"}, "nl": {"region": "nl", "printed": "Nederland"}},
  "rows": [)" +
           rows + "]}";
}

std::string row(const std::string& indicator, const std::string& values, const std::string& more = "") {
    const std::string cells = R"("cells": {"a": )" + values;
    std::string text = R"({"indicator": ")" + indicator + "\", " + more + cells + "}}";
    for (const char* const column : {"b", "c", "d", "nl"})
        text.replace(text.find(" | "), 3, std::string(R"(, ")") + column + "\": ");
    return text;
}

const char* const first_table = "datasets/tables/study/table-1.json";
const char* const second_table = "datasets/tables/study/table-2.json";

/// "code subject" of each doubt, in order.
std::vector<std::string> doubts(std::map<std::string, std::string> files) {
    if (!files.contains(first_table)) files[first_table] = table(row("output", "2 | 4 | 6 | 8 | 5"));
    const SmallReport report(std::move(files));
    Findings findings;
    analysis::find_doubts(report.measurements(), report.edition().figures, report.edition().declared(),
                          findings);
    findings.sort();
    std::vector<std::string> all;
    for (const Finding& finding : findings.all())
        all.push_back(finding.code + " " + finding.subject);
    return all;
}

std::vector<std::string> doubts_of_rows(const std::string& rows) {
    return doubts({{first_table, table(rows)}});
}

using Doubts = std::vector<std::string>;

std::string indicators_with(const std::string& more) {
    std::string text = small_indicators;
    const auto put_behind = [&](const std::string& before, const std::string& added) {
        text.replace(text.find(before), before.size(), before + added);
    };
    put_behind(R"("units": {)", R"("of-all": {"kind": "percent", "name": {"nl": "%"}}, )");
    put_behind(R"("indicators": {)", more);
    return text;
}

/// In a unit of shares: one is calculated in it.
const char* const vacancy_rate =
    R"("farm-share": {"theme": "work", "unit": "of-all", "decimals": 1, "polarity": "neutral", "about_equal": 0.1, "name": {"nl": "Deel"}, "definition": {"nl": "."}, "derived": {"operation": "share", "operands": ["farms", "plants"]}},
    "vacancy-rate": {"theme": "work", "unit": "of-all", "decimals": 1, "polarity": "neutral", "about_equal": 0.1, "name": {"nl": "Leegstand"}, "definition": {"nl": "."}},)";

}  // namespace

TEST_CASE("nothing is doubted in an ordinary table") {
    CHECK(doubts_of_rows(row("output", "2 | 4 | 6 | 8 | 5") + "," + row("farms", "10 | 40 | 20 | 30 | 900") +
                         "," + row("plants", "30 | 20 | 40 | 50 | 1000")) == Doubts{});
}

TEST_CASE("a share lies between 0 and 100, a change may not") {
    const std::string indicators = indicators_with(vacancy_rate);
    const auto of = [&](const std::string& rows) {
        return doubts({{"datasets/indicators.json", indicators}, {first_table, table(rows)}});
    };
    CHECK(of(row("vacancy-rate", "90 | 101 | 95 | 99 | 97")) ==
          Doubts{"impossible-share vacancy-rate/b/2015"});
    CHECK(of(row("vacancy-rate", "-1 | 1 | 1 | 1 | 1")) == Doubts{"impossible-share vacancy-rate/a/2015"});
    CHECK(of(row("age", "-1 | 110 | 130 | 140 | 150")) == Doubts{});
}

TEST_CASE("a count is whole") {
    CHECK(doubts_of_rows(row("farms", "10 | 40.5 | 20 | 30 | 100")) ==
          Doubts{"fractional-count farms/b/2015"});
    CHECK(doubts_of_rows(row("farms", "10 | 40.5 | 20 | 30 | 100", R"("scale": 10, )")) == Doubts{});
}

TEST_CASE("parts make their whole, within the tolerance") {
    std::string indicators = small_indicators;
    const std::string trades =
        R"("trades": {"name": {"nl": "Naar tak"}, "parts": ["farms", "plants", "shops"], "whole": "sum", "tolerance": 0})";
    const std::string ages =
        R"("ages": {"name": {"nl": "Leeftijd"}, "parts": ["age", "rent"], "whole": "sum", "tolerance": 1})";
    const std::string firms =
        R"("firms": {"name": {"nl": "Bedrijven"}, "parts": ["farms", "plants"], "whole": "shops", "tolerance": 0})";
    indicators.replace(indicators.find(trades), trades.size(), ages + ", " + firms);
    const auto of = [&](const std::string& rows) {
        return doubts({{"datasets/indicators.json", indicators}, {first_table, table(rows)}});
    };
    CHECK(of(row("age", "40 | 30 | 20 | 10 | 25") + "," + row("rent", "61 | 69 | 82 | 90 | 75")) ==
          Doubts{"parts-do-not-add-up ages/c/2015"});
    const std::string parts =
        row("farms", "1 | 2 | 3 | 4 | 10") + "," + row("plants", "1 | 2 | null | 4 | 7");
    CHECK(of(parts + "," + row("shops", "2 | 4 | 6 | 8 | 17")) == Doubts{});
    CHECK(of(parts + "," + row("shops", "2 | 5 | 2 | 8 | 17")) ==
          Doubts{"parts-do-not-add-up firms/b/2015", "parts-do-not-add-up firms/c/2015"});
}

TEST_CASE("a region counts no more than its country") {
    CHECK(doubts_of_rows(row("farms", "10 | 40 | 20 | 30 | 35")) == Doubts{"beyond-country farms/b/2015"});
    CHECK(doubts_of_rows(row("output", "10 | 40 | 20 | 30 | 35")) == Doubts{});
}

TEST_CASE("a figure that strays from the other regions is doubted, and a slipped decimal point is named") {
    CHECK(doubts_of_rows(row("output", "7.1 | 6.8 | 76 | 7.9 | 7")) == Doubts{"scale-slip output/c/2015"});
    CHECK(doubts_of_rows(row("output", "7.1 | 6.8 | 27 | 7.9 | 7")) == Doubts{"outlier output/c/2015"});
    CHECK(doubts_of_rows(row("output", "7.1 | 2.8 | 27 | 7.9 | 12")) == Doubts{});
}

TEST_CASE("shares are compared by their odds") {
    const auto of = [&](const std::string& rows) {
        return doubts(
            {{"datasets/indicators.json", indicators_with(vacancy_rate)}, {first_table, table(rows)}});
    };
    CHECK(of(row("vacancy-rate", "29 | 81 | 36 | 33 | 31")) == Doubts{"outlier vacancy-rate/b/2015"});
    CHECK(of(row("age", "29 | 81 | 36 | 33 | 31")) == Doubts{});
    CHECK(of(row("vacancy-rate", "29 | 51 | 36 | 33 | 31")) == Doubts{});
}

TEST_CASE("counts are compared as if regions had one size") {
    std::string more;
    for (const char* const id : {"mills", "inns", "barns"}) {
        more +=
            std::string("\"") + id +
            R"(": {"theme": "work", "unit": "jobs", "decimals": 0, "polarity": "neutral", "about_equal": 0, "name": {"nl": ")" +
            id + R"("}, "definition": {"nl": "."}},)";
    }
    const auto of = [&](const std::string& mills) {
        return doubts({{"datasets/indicators.json", indicators_with(more)},
                       {first_table, table(row("farms", "100 | 1000 | 200 | 410 | 20000") + "," +
                                           row("plants", "50 | 480 | 110 | 200 | 10000") + "," +
                                           row("inns", "30 | 290 | 61 | 130 | 6000") + "," +
                                           row("barns", "11 | 100 | 19 | 40 | 2000") + "," + mills)}});
    };
    CHECK(of(row("mills", "10 | 110 | 21 | 39 | 2100")) == Doubts{});
    CHECK(of(row("mills", "10 | 110 | 210 | 39 | 2100")) == Doubts{"scale-slip mills/c/2015"});
    CHECK(of(row("mills", "10 | 110 | 81 | 39 | 2100")) == Doubts{"outlier mills/c/2015"});
}

TEST_CASE("counts that do not grow with the region are compared as they are") {
    std::string more;
    for (const char* const id : {"mills", "inns", "barns"}) {
        more +=
            std::string("\"") + id +
            R"(": {"theme": "work", "unit": "jobs", "decimals": 0, "polarity": "neutral", "about_equal": 0, "name": {"nl": ")" +
            id + R"("}, "definition": {"nl": "."}},)";
    }
    CHECK(doubts({{"datasets/indicators.json", indicators_with(more)},
                  {first_table, table(row("farms", "100 | 1000 | 200 | 410 | 20000") + "," +
                                      row("plants", "50 | 480 | 110 | 200 | 10000") + "," +
                                      row("inns", "30 | 290 | 61 | 130 | 6000") + "," +
                                      row("barns", "11 | 100 | 19 | 40 | 2000") + "," +
                                      row("mills", "17 | 15 | 16 | 18 | 19"))}}) == Doubts{});
}

TEST_CASE("a change that no other region knows is doubted") {
    const std::string earlier = row("output", "10 | 20 | 30 | 40 | 30", R"("period": "2014", )");
    CHECK(doubts_of_rows(earlier + "," + row("output", "11 | 22 | 33 | 43 | 32")) == Doubts{});
    CHECK(doubts_of_rows(earlier + "," + row("output", "11 | 22 | 33 | 63 | 32")) ==
          Doubts{"jump output/d/2015"});
}

TEST_CASE("a column or row that also stands elsewhere under other headings is doubted") {
    const std::string first =
        row("age", "31 | 22 | 43 | 24 | 35") + "," + row("farms", "1082 | 1086 | 1105 | 1259 | 20100");
    CHECK(doubts_of_rows(first) == Doubts{});
    // Column c says what column a says.
    CHECK(doubts_of_rows(row("age", "31 | 22 | 31 | 24 | 35") + "," +
                         row("farms", "1082 | 1086 | 1082 | 1259 | 20100")) ==
          Doubts{"repeated-figures age/c/2015 = age/a/2015"});
    // The same row one year later.
    CHECK(doubts_of_rows(row("farms", "1082 | 1086 | 1105 | 1259 | 20100", R"("period": "2014", )") + "," +
                         row("farms", "1082 | 1086 | 1105 | 1259 | 20170")) ==
          Doubts{"repeated-figures farms/a/2015 = farms/a/2014"});
    // The same figures printed twice are no repetition.
    CHECK(doubts({{first_table, table(first)}, {second_table, table(first)}}) == Doubts{});
}

TEST_CASE("the period is one that the labels name") {
    const std::string labelled = row("output", "2 | 4 | 6 | 8 | 5", R"("printed": "Opbrengst 2013, %", )");
    CHECK(doubts_of_rows(labelled).size() == 5);
    CHECK(doubts_of_rows(labelled).front() == "misread-period output/a/2015");
    CHECK(doubts_of_rows(row("output", "2 | 4 | 6 | 8 | 5",
                             R"("printed": "Opbrengst, 1.920 boeren, 2015", )")) == Doubts{});
    const std::string title = R"("printed_title": "Kerncijfers 2014", )";
    CHECK(doubts({{first_table, table(row("output", "2 | 4 | 6 | 8 | 5"), title)}}).size() == 5);
    CHECK(doubts({{first_table, table(row("output", "2 | 4 | 6 | 8 | 5", R"("printed": "in 2015", )"),
                                      title)}}) == Doubts{});
}

TEST_CASE("two years in a label are the ends of an interval") {
    const auto of = [](const std::string& period) {
        return doubts_of_rows(row("output", "2 | 4 | 6 | 8 | 5",
                                  R"("printed": "Groei 2006-2015", "period": ")" + period + "\", "))
            .size();
    };
    CHECK(of("2006/2015") == 0);
    CHECK(of("2005/2015") == 5);
    CHECK(of("2007/2015") == 5);
}

TEST_CASE("no figure is of a time after its source, but a forecast is") {
    CHECK(doubts_of_rows(row("output", "2 | 4 | 6 | 8 | 5", R"("period": "2017", )")).size() == 5);
    CHECK(doubts_of_rows(row("output", "2 | 4 | 6 | 8 | 5", R"("period": "2017", "status": "F", )")) ==
          Doubts{});
}

TEST_CASE("digits are those of the text as printed") {
    const auto of = [](const std::string& cell) {
        return doubts_of_rows(row("farms", cell + " | 20 | 30 | 40 | 9000"));
    };
    CHECK(of(R"({"value": 1.8, "scale": 1000, "printed": "ca. 1.800"})") == Doubts{});
    CHECK(of(R"({"value": 2, "printed": "twee"})") == Doubts{});
    CHECK(of(R"({"value": {"from": 40, "to": 60}, "printed": "40 à 60"})") == Doubts{});
    CHECK(of(R"({"value": 19, "printed": "18"})") == Doubts{"misread-digits farms/a/2015"});
}

TEST_CASE("a figure is stale when its rhythm has passed by the edition's date") {
    std::string indicators = small_indicators;
    const std::string before = R"("decimals": 1, "polarity": "higher-is-better")";
    const auto of = [&](const std::string& cadence) {
        std::string text = indicators;
        text.replace(text.find(before), before.size(), R"("cadence": ")" + cadence + "\", " + before);
        return doubts({{"datasets/indicators.json", text}});
    };
    // The figure is of 2015, the edition of 31 December 2016.
    CHECK(of("P1Y") == Doubts{});
    CHECK(of("P11M") == Doubts{"stale-figure output"});
}

TEST_CASE("only what lies beyond all others, by more than they lie apart, strays") {
    using analysis::plausibility::strays;
    CHECK(strays({0, 0.1, 0.2}, 0.3, 3).empty());
    CHECK(strays({0, 0.1, 0.2, 0.4}, 0.3, 3).empty());
    const auto found = strays({0, 0.1, 1.15, 0.2}, 0.3, 3);
    REQUIRE(found.size() == 1);
    CHECK(found[0].index == 2);
    CHECK(found[0].power == -1);
    CHECK(strays({0, 0.1, 0.6, 0.2}, 0.3, 3).at(0).power == 0);
}
