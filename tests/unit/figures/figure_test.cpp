#include "figures/figure.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <variant>

#include "chart/drawing.h"

#include "figure_cases.h"
#include "figure_project.h"
#include "figures/plain_text.h"

namespace regioscope::figures {

namespace {

test::Report& report() {
    static test::Report one;
    return one;
}

std::vector<std::string> lines_of(const std::string& csv) {
    std::vector<std::string> lines;
    std::istringstream in(csv);
    for (std::string line; std::getline(in, line);) {
        REQUIRE(line.ends_with('\r'));
        line.pop_back();
        lines.push_back(line);
    }
    return lines;
}

/// Fields of a line without quoted commas.
std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            fields.emplace_back();
        } else {
            fields.back() += c;
        }
    }
    return fields;
}

std::string summary(const std::string& members, const std::string& language = "nl") {
    return report().figure(report().declared(members), language).description.summary();
}

chart::Drawing drawing_of(const Figure& figure) {
    return figure.chart(wide_width);
}

/// The texts of one group of a drawing, in the order in which they are painted.
std::vector<std::string> texts_of(const Figure& figure, std::string_view group_name) {
    std::vector<std::string> texts;
    for (const chart::Group& group : drawing_of(figure).groups) {
        if (group.name != group_name) continue;
        for (const chart::Shape& shape : group.shapes) {
            const auto* const text = std::get_if<chart::Text>(&shape);
            if (text != nullptr) texts.push_back(text->text);
        }
    }
    return texts;
}

std::vector<chart::Rect> bars_of(const Figure& figure) {
    std::vector<chart::Rect> bars;
    for (const chart::Group& group : drawing_of(figure).groups) {
        if (group.name != "bars") continue;
        for (const chart::Shape& shape : group.shapes) {
            const auto* const bar = std::get_if<chart::Rect>(&shape);
            if (bar != nullptr) bars.push_back(*bar);
        }
    }
    return bars;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("bars stand by value, countries are lines, gaps are named") {
    const Figure figure =
        report().figure(report().declared(R"("kind": "bar", "indicator": "unemployment")"), "nl");
    // Alfa has no figure of its first choice for 2015, but one for 2014 there: the area goes before the year.
    CHECK(texts_of(figure, "names") == Texts{"Beta", "Gamma", "Alfa"});
    CHECK(texts_of(figure, "values") == Texts{"9,0% *", "7,6%¹", "7,0% (2014)"});
    const std::vector<chart::Rect> bars = bars_of(figure);
    REQUIRE(bars.size() == 3);
    CHECK(bars[0].classes.find("region-2") != std::string::npos);
    CHECK(bars[0].classes == "bar region-2 open");      // provisional
    CHECK(bars[2].classes == "bar region-1 reserved");  // of another year
    CHECK(texts_of(figure, "reference-names") == Texts{"Deutschland 4,6%", "Nederland 6,9%"});
    CHECK(figure.description.summary().find("Geen cijfer voor Delta.") != std::string::npos);
}

TEST_CASE("a period that is asked for is the one that is shown") {
    const Figure figure = report().figure(
        report().declared(R"("kind": "bar", "indicator": "unemployment", "period": "2015")"), "nl");
    REQUIRE(bars_of(figure).size() == 3);
    CHECK(texts_of(figure, "names")[1] == "Alfa");
    CHECK(texts_of(figure, "values")[1] == "7,7%¹");
    CHECK(bars_of(figure)[1].classes.find("reserved") != std::string::npos);
    CHECK(figure.notes.size() >= 2);
}

TEST_CASE("what was asked for by name and has no figure is drawn as missing, never as zero") {
    const Figure figure = report().figure(
        report().declared(R"("kind": "bar", "indicator": "unemployment", "regions": ["beta", "delta"])"),
        "nl");
    CHECK(texts_of(figure, "names") == Texts{"Beta", "Delta"});
    REQUIRE(bars_of(figure).size() == 2);
    CHECK(bars_of(figure)[1].hatch == "missing");
    const auto lines = lines_of(figure_csv(
        report().gathered(report().declared(
            R"("kind": "bar", "indicator": "unemployment", "regions": ["beta", "delta"], "benchmark": [])")),
        report().presenter("nl")));
    CHECK(lines.back() == "delta,unemployment,,,,percent,O,,value,,,,");
}

TEST_CASE("words say order, ties and gaps with the data's own numbers") {
    CHECK(summary(R"("kind": "bar", "indicator": "unemployment", "period": "2015", "benchmark": "nl")") ==
          "Het hoogst is Beta met 9,0% (bekend van 3 van de 4). Het laagst, en ongeveer gelijk, zijn Alfa "
          "(7,7%) en Gamma (7,6%). "
          "Het verschil tussen de hoogste en de laagste waarde is 1,4\u00a0procentpunt. "
          "Nederland als geheel: 6,9%. Daarboven liggen er 3 van de 3 regio’s met een cijfer. Geen cijfer "
          "voor Delta.");
    CHECK(
        summary(R"("kind": "bar", "indicator": "unemployment", "period": "2015", "benchmark": "nl")", "en") ==
        "Beta is highest, with 9.0% (known for 3 of 4). Lowest, and about equal, are Alfa (7.7%) and Gamma "
        "(7.6%). "
        "The highest and lowest values are 1.4\u00a0percentage points apart. Nederland as a whole: 6.9%. "
        "Above that are 3 of the 3 regions with a figure. No figure for Delta.");
    CHECK(
        summary(
            R"("kind": "bar", "indicator": "unemployment", "regions": ["alfa", "gamma"], "period": "2015", "benchmark": [])") ==
        "De waarden zijn ongeveer gelijk: van 7,6% tot 7,7%.");
}

TEST_CASE("lines tell their way, and a single figure is told as such") {
    const std::string words = summary(R"("kind": "line", "indicator": "unemployment", "benchmark": [])");
    CHECK(words.find("Beta: gedaald van 9,4% in 2014 naar 9,0% in 2015.") != std::string::npos);
    CHECK(words.find("Gamma: alleen 2015 is bekend, 7,6%.") != std::string::npos);
}

TEST_CASE("shares add up to the whole, the rest included") {
    const Gathered gathered =
        report().gathered(report().declared(R"("kind": "share-bar", "composition": "sectors", "parts": 2)"));
    const Grid& grid = gathered.grid;
    CHECK(grid.drawn == Drawn::share);
    REQUIRE(grid.columns.size() == 2);
    CHECK(grid.columns[1].is_rest);
    CHECK(grid.rest.size() == 2);
    for (const std::vector<Datum>& row : grid.cells) {
        Decimal sum;
        for (const Datum& datum : row)
            sum += *datum.drawn;
        CHECK(sum == Decimal(100));
    }
}

TEST_CASE("what all parts of a bar carry is said once, behind its name") {
    const Figure figure =
        report().figure(report().declared(R"("kind": "stacked-bar", "composition": "sectors")"), "nl");
    CHECK(texts_of(figure, "names").front() == "Gamma¹");
    CHECK(texts_of(figure, "values").front() == "500");
}

TEST_CASE("indexed lines begin at a hundred and are labelled with the figures") {
    const std::string members =
        R"("kind": "slope", "indicators": ["unemployment", "jobs-a"], "regions": "beta", "indexed": true)";
    const Figure figure = report().figure(report().declared(members), "nl");
    const Grid grid = report().gathered(report().declared(members)).grid;
    CHECK(grid.cells[1].front().drawn == Decimal(100));
    CHECK(grid.cells[1].back().drawn->text() == "111.1");
    const Texts labels = texts_of(figure, "labels");
    CHECK(std::find(labels.begin(), labels.end(), "Industrie 200") != labels.end());
    CHECK(std::find(labels.begin(), labels.end(), "+11%") != labels.end());
}

namespace {

/// Parts that cannot be shared out, each region for a reason of its own.
std::string hard_parts() {
    return R"({"source": "study", "locator": {"table": "Tabel 1", "anchor": "Tabel 1 Werk in vier regio's"},
    "title": )" +
           test::words("Werk", "Arbeit", "Work") + R"(, "attributes": {"period": "2015"},
    "columns": {"alfa": {"region": "alfa"}, "beta": {"region": "beta"}, "gamma": {"region": "gamma"},
                "delta": {"region": "delta"}},
    "rows": [
      {"indicator": "jobs-a", "cells": {"alfa": 0, "beta": 10, "gamma": {"at_least": 20}, "delta": -10}},
      {"indicator": "jobs-b", "cells": {"alfa": 0, "beta": null, "gamma": 30, "delta": 20}},
      {"indicator": "jobs-c", "cells": {"alfa": 0, "beta": 30, "gamma": 50, "delta": 30}}]})";
}

/// A report of so many regions, with figures of three years.
std::map<std::string, std::string> many_regions(int count) {
    std::string regions;
    std::string ids;
    std::string columns;
    std::string cells;
    for (int i = 1; i <= count; ++i) {
        const std::string id = "r" + std::to_string(i);
        const std::string comma = i > 1 ? ", " : "";
        regions += comma + "\"" + id + R"(": {"kind": "study", "country": "nl", )" +
                   test::names_of("Regio " + std::to_string(i)) + "}";
        ids += comma + "\"" + id + "\"";
        columns += comma + "\"" + id + R"(": {"region": ")" + id + "\"}";
        cells += comma + "\"" + id + "\": " + std::to_string(i);
    }
    for (const char* const country : {"nl", "de"})
        regions += std::string(", \"") + country + R"(": {"kind": "benchmark", "country": ")" + country +
                   "\", " + test::names_of(country) + "}";
    std::string rows;
    for (const char* const year : {"2013", "2014", "2015"})
        rows += std::string(rows.empty() ? "" : ", ") + R"({"indicator": "unemployment", "period": ")" +
                year + R"(", "cells": {)" + cells + "}}";
    return {
        {"datasets/regions.json", R"({"regions": {)" + regions + R"(}, "sets": {"all": {"name": )" +
                                      test::words("alle", "alle", "all") + R"(, "regions": [)" + ids +
                                      "]}}}"},
        {"datasets/tables/study/table-1.json",
         R"({"source": "study", "locator": {"table": "Tabel 1", "anchor": "Tabel 1 Werk in veel regio's"}, "title": )" +
             test::words("Werk", "Arbeit", "Work") + R"(, "columns": {)" + columns + R"(}, "rows": [)" +
             rows + "]}"},
        {"datasets/goals/goals.json", ""},
        {"datasets/profiles/alfa.json", ""},
        {"datasets/profiles/beta.json", ""}};
}

}  // namespace

TEST_CASE("shares are of a known whole: a row that cannot be shared out says why") {
    const test::Report hard({{"datasets/tables/study/table-1.json", hard_parts()}});
    test::Report& declares = report();
    const Declaration declared = declares.declared(
        R"("kind": "share-bar", "composition": "sectors", "regions": "all", "sort": "set")");
    const Figure figure = hard.figure(declared, "nl");
    CHECK(texts_of(figure, "values") == Texts{"het totaal is 0", "aandelen onbekend: een deel ontbreekt",
                                              "aandelen onbekend: van een deel is alleen een grens bekend",
                                              "geen aandelen: een deel ligt onder nul"});
    CHECK(figure.description.summary().find("Alfa: het totaal is 0.") != std::string::npos);
    CHECK(figure.description.summary().find("Geen cijfer") == std::string::npos);
    for (const std::string& line : lines_of(figure_csv(hard.gathered(declared), hard.presenter("nl")))) {
        const std::vector<std::string> fields = fields_of(line);
        if (fields[8] == "share") CHECK(fields[7].empty());
    }
}

TEST_CASE("amounts below zero stand on the other side, a nothing is written, unknown parts are left open") {
    const test::Report hard({{"datasets/tables/study/table-1.json", hard_parts()}});
    const Declaration declared = report().declared(
        R"("kind": "stacked-bar", "composition": "sectors", "regions": "all", "sort": "set")");
    const Figure figure = hard.figure(declared, "nl");
    const Texts values = texts_of(figure, "values");
    CHECK(values.front() == "0");
    const std::vector<chart::Rect> bars = bars_of(figure);
    const auto delta = std::find_if(bars.begin(), bars.end(), [](const chart::Rect& bar) {
        return bar.tip.starts_with("Delta, Industrie");
    });
    const auto next = std::find_if(bars.begin(), bars.end(), [](const chart::Rect& bar) {
        return bar.tip.starts_with("Delta, Handel");
    });
    REQUIRE(delta != bars.end());
    REQUIRE(next != bars.end());
    CHECK(delta->box.right == doctest::Approx(next->box.left));
    CHECK(next->box.width() == doctest::Approx(2 * delta->box.width()));
    CHECK(figure.description.summary().find("Beta en Gamma: niet alle delen zijn bekend.") !=
          std::string::npos);
}

TEST_CASE("the parts that a title names stand first and are the strongest") {
    const Figure figure = report().figure(
        report().declared(R"("kind": "share-bar", "composition": "sectors", "named_parts": ["jobs-c"])"),
        "nl");
    CHECK(bars_of(figure).front().classes == "bar part named-1");
    CHECK(texts_of(figure, "key").front() == "Zorg");
    const Figure seats = report().figure(
        report().declared(R"("kind": "stacked-bar", "facts": "employer-seats", "named_parts": ["abroad"])"),
        "nl");
    CHECK(bars_of(seats).front().classes == "bar part named-1");
}

TEST_CASE("names sort as the language has them, not as ids do") {
    std::string regions = test::regions_json();
    for (std::size_t at = 0; (at = regions.find("Delta", at)) != std::string::npos;)
        regions.replace(at, 5, "Ängeland");
    const test::Report other({{"datasets/regions.json", regions}});
    const Figure figure = other.figure(
        report().declared(R"("kind": "bar", "indicator": "unemployment", "regions": "all", "sort": "name")"),
        "de");
    CHECK(texts_of(figure, "names") == Texts{"Alfa", "Ängeland", "Beta", "Gamma"});
}

TEST_CASE(
    "a line chart of more lines than an eye can follow is drawn as small multiples, of too many as a "
    "histogram") {
    const auto kind_of = [&](int regions, const std::string& members) {
        const test::Report many(many_regions(regions));
        test::Report declares(many_regions(regions));
        return many.gathered(declares.declared(members)).kind->word;
    };
    const std::string line = R"("kind": "line", "indicator": "unemployment")";
    CHECK(kind_of(6, line) == "line");
    CHECK(kind_of(7, line) == "small-multiples");
    CHECK(kind_of(41, line) == "histogram");
    CHECK(kind_of(41, line + R"(, "highlight": ["r1"])") == "line");
    CHECK(kind_of(13, R"("kind": "slope", "indicator": "unemployment")") == "series-table");
    CHECK(kind_of(41, R"("kind": "bar", "indicator": "unemployment")") == "histogram");
}

TEST_CASE("twelve regions have a look each, in a report of more none has") {
    const test::Report twelve(many_regions(12));
    std::set<std::string> classes;
    for (const auto& [id, region] : twelve.dataset().region_by_id)
        if (id.starts_with("r")) classes.insert(chart::class_of(slot_of(twelve.dataset(), region)));
    CHECK(classes.size() == 12);
    const test::Report more(many_regions(13));
    CHECK(slot_of(more.dataset(), more.dataset().region_by_id.at("r1")) == chart::Slot::accent());
}

TEST_CASE("an index needs a first figure above zero; without one the row says so") {
    std::string table = hard_parts();
    table.replace(table.find(R"("period": "2015")"), 16, R"("period": "2014")");
    const std::string later =
        R"(, {"indicator": "jobs-a", "period": "2015", "cells": {"alfa": 5, "beta": 20, "gamma": 30, "delta": 10}}]})";
    table.replace(table.rfind("]}"), 2, later);
    const test::Report hard({{"datasets/tables/study/table-1.json", table}});
    const Declaration declared =
        report().declared(R"("kind": "line", "indicator": "jobs-a", "indexed": true, "benchmark": [])");
    const Grid grid = hard.gathered(declared).grid;
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        const bool has_base = grid.rows[row].region == hard.dataset().region_by_id.at("beta");
        CHECK(grid.cells[row].back().drawn.has_value() == has_base);
    }
    const Figure figure = hard.figure(declared, "nl");
    CHECK(texts_of(figure, "labels") == Texts{"Beta 20"});
    CHECK(std::any_of(figure.notes.begin(), figure.notes.end(), [](const Note& note) {
        return plain_text(note.text) ==
               "Geen index voor Alfa, Gamma en Delta: het eerste cijfer ligt niet boven nul.";
    }));
}

TEST_CASE("the same declaration gathers the same data in every language, in its own words") {
    for (const auto& [name, members] : test::cases) {
        INFO(name);
        const Declaration declared = report().declared(members);
        const Gathered gathered = report().gathered(declared);
        REQUIRE_FALSE(gathered.is_empty());
        std::set<std::string> summaries;
        std::vector<std::size_t> shapes;
        for (const std::string language : {"nl", "de", "en"}) {
            const Figure figure = report().figure(declared, language);
            summaries.insert(figure.text_alternative());
            CHECK(static_cast<bool>(figure.chart) == !declared.kind->is_table());
            CHECK_FALSE(figure.title.empty());
            CHECK_FALSE(figure.table.groups.empty());
            CHECK(figure.text_alternative().find("describe.") == std::string::npos);
            if (!figure.chart) continue;
            std::size_t shapes_drawn = 0;
            for (const chart::Group& group : drawing_of(figure).groups)
                shapes_drawn += group.name == "bars" || group.name == "markers" ? group.shapes.size() : 0;
            shapes.push_back(shapes_drawn);
        }
        if (name != "comparison-table") CHECK(summaries.size() == 3);
        for (const std::size_t count : shapes)
            CHECK(count == shapes.front());
    }
}

TEST_CASE("the CSV holds exactly what is drawn, with its source and licence") {
    for (const auto& [name, members] : test::cases) {
        INFO(name);
        const Gathered gathered = report().gathered(report().declared(members));
        const std::vector<std::string> lines = lines_of(figure_csv(gathered, report().presenter("nl")));
        REQUIRE(lines.size() > 1);
        const std::size_t cells = gathered.grid.rows.size() * gathered.grid.columns.size();
        if (cells > 0) CHECK(lines.size() == cells + gathered.levels.size() + 1);
        const std::size_t width = fields_of(lines.front()).size();
        for (const std::string& line : lines)
            CHECK(fields_of(line).size() == width);
        if (!gathered.places.empty()) continue;  // positions are ours
        for (std::size_t i = 1; i <= (cells > 0 ? cells : lines.size() - 1); ++i) {
            if (lines[i].find(",O,") != std::string::npos) continue;
            CHECK(lines[i].find("study") != std::string::npos);
            CHECK(lines[i].find("Vrij") != std::string::npos);
        }
    }
}

TEST_CASE("what a part lacks of a known whole is left open, not shared out") {
    // Of 2014 only one sector is known: in Gamma 480 of 900 jobs.
    const Figure figure = report().figure(
        report().declared(R"("kind": "share-bar", "composition": "sectors-of-all", "period": "2014")"), "nl");
    CHECK(texts_of(figure, "names").front() == "Gamma");
    const std::vector<chart::Rect> bars = bars_of(figure);
    REQUIRE(bars.size() == 6);
    CHECK(bars[1].hatch == "missing");
    CHECK(bars[0].box.width() / (bars[0].box.width() + bars[1].box.width()) ==
          doctest::Approx(0.533).epsilon(0.001));
}

TEST_CASE("regions that stand out do so in figures of facts too") {
    const std::string members = R"("kind": "ladder", "highlight": "beta")";
    const Figure figure = report().figure(report().declared(members), "nl");
    for (const chart::Group& group : drawing_of(figure).groups) {
        if (group.name != "labels") continue;
        for (const chart::Shape& shape : group.shapes) {
            const auto& label = std::get<chart::Text>(shape);
            CHECK((label.style == chart::TextStyle::strong) == (label.text == "Beta"));
        }
    }
}

TEST_CASE("every number in the description is a number of the data") {
    // Kinds whose words quote figures; that 3 of the 4 regions have one is counted, ranks and differences are
    // computed.
    for (const std::string members :
         {R"("kind": "line", "indicator": "unemployment")",
          R"("kind": "stacked-bar", "composition": "sectors")",
          R"("kind": "heatmap", "indicators": ["unemployment", "productivity"])"}) {
        const Declaration declared = report().declared(members);
        const Gathered gathered = report().gathered(declared);
        std::set<std::string> known = {"2014", "2015", "3", "4"};
        for (const analysis::Measurement* const m : gathered.measurements()) {
            std::string digits;
            for (const char c : report().presenter("nl").figure(*m)) {
                if ((c >= '0' && c <= '9') || c == ',' || c == '.') digits += c;
            }
            known.insert(digits);
        }
        std::string number;
        for (const char c : summary(members) + " ") {
            if ((c >= '0' && c <= '9') || (!number.empty() && (c == ',' || c == '.'))) {
                number += c;
                continue;
            }
            while (!number.empty() && (number.back() == '.' || number.back() == ','))
                number.pop_back();
            if (!number.empty()) CHECK_MESSAGE(known.contains(number), number);
            number.clear();
        }
    }
}

TEST_CASE("an annotation is in the chart, the notes, the table, the text alternative and the CSV") {
    const Declaration declared = report().declared(
        R"("kind": "line", "indicator": "unemployment", "benchmark": [], "annotations": [
           {"region": "beta", "period": "2015", "text": {"nl": "Haven telt mee", "de": "Mit Hafen", "en": "With port"}},
           {"period": "2014", "text": {"nl": "Andere telling", "de": "Andere Zählung", "en": "Other count"}},
           {"region": "delta", "text": {"nl": "Niets", "de": "Nichts", "en": "Nothing"}}])");
    CHECK(report().gathered(declared).annotations.size() == 2);  // of Delta the figure shows nothing
    const Figure figure = report().figure(declared, "nl");
    CHECK(drawing_of(figure).groups.front().name == "stretches");
    CHECK(drawing_of(figure).groups.front().shapes.size() == 1);
    const std::string html = figure_html(figure, {}).text();
    CHECK(html.find(">Haven telt mee</text>") != std::string::npos);
    CHECK(html.find("Beta, 2015: Haven telt mee</li>") != std::string::npos);
    CHECK(html.find("<abbr title=\"Haven telt mee\">A</abbr>") != std::string::npos);
    CHECK(figure.text_alternative().find("Beta, 2015: Haven telt mee") != std::string::npos);
    CHECK(figure.text_alternative().find("2014: Andere telling") != std::string::npos);
    CHECK(figure_csv(report().gathered(declared), report().presenter("nl")).find("Haven telt mee") !=
          std::string::npos);
}

TEST_CASE("average and target are lines, words, a source and rows of the CSV") {
    const Declaration declared = report().declared(
        R"("kind": "bar", "indicator": "unemployment", "period": "2015", "benchmark": [], "mean": true, "goals": ["more"])");
    const Figure figure = report().figure(declared, "nl");
    // The average is of 7.7, 9.0 and 7.6.
    CHECK(texts_of(figure, "reference-names") == Texts{"Gemiddelde 8,1%", "Doel voor 2020: 40,0%"});
    const std::string words = figure.description.summary();
    CHECK(words.find("Gemiddelde 8,1%.") != std::string::npos);
    CHECK(words.find("Doel voor 2020: 40,0%.") != std::string::npos);
    CHECK(std::any_of(figure.sources.begin(), figure.sources.end(),
                      [](const Link& source) { return source.label == "Studie, Doelen"; }));
    const auto lines = lines_of(figure_csv(report().gathered(declared), report().presenter("nl")));
    CHECK(lines[lines.size() - 2].starts_with(",unemployment,,,,percent,,8.1,mean,derived"));
    CHECK(lines.back() == "alfa,unemployment,,2020,40,percent,,40,target,study,Doelen,Vrij,more");
}

TEST_CASE("the same note at several figures is one note") {
    const Figure figure = report().figure(
        report().declared(R"("kind": "heatmap", "indicators": ["unemployment", "productivity"])"), "nl");
    CHECK(std::count_if(figure.notes.begin(), figure.notes.end(),
                        [](const Note& note) { return note.text.text() == "Ruw."; }) == 1);
}

TEST_CASE("a page shows a figure with ids of its own, a file brings its looks along") {
    const Declaration declared = report().declared(R"("kind": "bar", "indicator": "unemployment")");
    const Figure figure = report().figure(declared, "nl");
    const std::string html = figure_html(figure, {.number = "Figuur 1", .data_heading = "De cijfers"}).text();
    CHECK(html.find("id=\"figure-f\"") != std::string::npos);
    CHECK(html.find("id=\"figure-f-wide\"") != std::string::npos);
    CHECK(html.find("id=\"figure-f-narrow\"") != std::string::npos);
    CHECK(html.find("style=") == std::string::npos);
    const std::string svg =
        figure_svg(figure, ".bar { fill: red; }", {"Bron", "Twee regio’s, editie 2022", "Bureau"});
    CHECK(svg.find("<style>") != std::string::npos);
    CHECK(svg.find("Bron: Studie, Tabel 1") != std::string::npos);
    CHECK(svg.find("<dc:title>Werkloosheid</dc:title>") != std::string::npos);
    CHECK(svg.find("<dc:rights>Vrij</dc:rights>") != std::string::npos);
    CHECK(svg.find("<dc:relation>Twee regio’s, editie 2022</dc:relation>") != std::string::npos);
    CHECK(svg.find("<dc:publisher>Bureau</dc:publisher>") != std::string::npos);
    CHECK(svg.find(" lang=\"nl\"") != std::string::npos);
}

TEST_CASE("markup becomes plain words") {
    CHECK(plain_text(escape::SafeHtml::from_trusted(
              "<a href=\"x\">7,2%</a><sup class=\"sign\"><abbr title=\"a\">s</abbr></sup> &amp; meer")) ==
          "7,2% & meer");
}

}  // namespace regioscope::figures
