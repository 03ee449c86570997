// Comparative wording in all languages of the report: one row a case.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "analysis/edition_model.h"
#include "analysis/functions.h"
#include "base/disk.h"
#include "base/finding_text.h"
#include "data/read.h"
#include "expression/evaluate.h"
#include "expression/parse.h"
#include "locale/catalogue.h"

using namespace regioscope;

namespace {

const char* const regions = R"({
  "regions": {
    "twente": {"kind": "study", "country": "nl", "names": {
      "nl": {"name": "Twente", "in": "in Twente", "of": "van Twente", "the": "Twente"},
      "de": {"name": "Twente", "in": "in Twente", "of": "von Twente", "the": "Twente"},
      "en": {"name": "Twente", "in": "in Twente", "of": "of Twente", "the": "Twente"}}},
    "emsland": {"kind": "study", "country": "de", "names": {
      "nl": {"name": "Emsland", "in": "in het Emsland", "of": "van het Emsland", "the": "het Emsland"},
      "de": {"name": "Emsland", "in": "im Emsland", "of": "des Emslands", "the": "das Emsland"},
      "en": {"name": "Emsland", "in": "in Emsland", "of": "of Emsland", "the": "Emsland"}}}
  },
  "sets": {}
})";

/// One indicator for each kind of unit; differences up to `about_equal` count as none.
const char* const indicators = R"({
  "themes": {"work": {"name": {"nl": "Werk", "de": "Arbeit", "en": "Work"}}},
  "units": {
    "percent": {"kind": "percent", "name": {"nl": "%", "de": "%", "en": "%"}},
    "euro": {"kind": "currency", "currency": "EUR", "name": {"nl": "€", "de": "€", "en": "€"}},
    "ratio": {"kind": "number", "name": {"nl": "-", "de": "-", "en": "-"}},
    "jobs": {"kind": "count", "name": {"nl": "banen", "de": "Stellen", "en": "jobs"}, "phrase": {
      "nl": "{count, plural, one {{number} baan} other {{number} banen}}",
      "de": "{count, plural, one {{number} Stelle} other {{number} Stellen}}",
      "en": "{count, plural, one {{number} job} other {{number} jobs}}"}}
  },
  "indicators": {
    "rate": {"theme": "work", "unit": "percent", "decimals": 1, "polarity": "neutral", "about_equal": 0.1, "name": {"nl": "a", "de": "a", "en": "a"}, "definition": {"nl": ".", "de": ".", "en": "."}},
    "share": {"theme": "work", "unit": "percent", "decimals": 0, "polarity": "neutral", "about_equal": 0, "name": {"nl": "a", "de": "a", "en": "a"}, "definition": {"nl": ".", "de": ".", "en": "."}},
    "pay": {"theme": "work", "unit": "euro", "decimals": 0, "polarity": "neutral", "about_equal": 100, "name": {"nl": "a", "de": "a", "en": "a"}, "definition": {"nl": ".", "de": ".", "en": "."}},
    "size": {"theme": "work", "unit": "ratio", "decimals": 1, "polarity": "neutral", "about_equal": 0, "name": {"nl": "a", "de": "a", "en": "a"}, "definition": {"nl": ".", "de": ".", "en": "."}},
    "jobs": {"theme": "work", "unit": "jobs", "decimals": 0, "polarity": "neutral", "about_equal": 10, "name": {"nl": "a", "de": "a", "en": "a"}, "definition": {"nl": ".", "de": ".", "en": "."}}
  },
  "compositions": {}
})";

const char* const sources =
    R"({"sources": {"study": {"title": "Studie", "language": "nl", "publisher": "Bureau", "published": "2016"}}})";

struct Case {
    const char* indicator;
    /// Of Twente and of the Emsland, as a table's cells.
    const char* twente;
    const char* emsland;
    const char* nl;
    const char* de;
    const char* en;
};

std::unique_ptr<const locale::Locale> locale_of(const std::string& language, SourceLibrary& library,
                                                Findings& findings) {
    const std::string path = "templates/languages/" + language + ".json";
    const SourceText& words = library.add(path, *open_folder(REGIOSCOPE_SOURCE_DIR)->read(path));
    return locale::Locale::make(
        language, locale::Catalogue::compile(language, locale::read_messages(words, findings), findings),
        findings);
}

/// compare("twente", "emsland", …), with ordinary spaces.
std::string compared(const Case& row, const std::string& language) {
    const std::string table = fmt::format(
        R"({{"source": "study", "locator": {{"table": "1", "anchor": "Tabel 1 van alles"}}, "title": {{"nl": "a", "de": "a", "en": "a"}},
           "attributes": {{"period": "2015"}}, "columns": {{"twente": {{"region": "twente"}}, "emsland": {{"region": "emsland"}}}},
           "rows": [{{"indicator": "{}", "cells": {{"twente": {}, "emsland": {}}}}}]}})",
        row.indicator, row.twente, row.emsland);
    SourceLibrary library;
    Findings findings;
    const data::Dataset dataset = data::read_datasets(MemoryDisk({{"datasets/regions.json", regions},
                                                                  {"datasets/indicators.json", indicators},
                                                                  {"datasets/sources.json", sources},
                                                                  {"datasets/tables/table.json", table}}),
                                                      library, {{"nl", "de", "en"}}, findings);
    const auto locale = locale_of(language, library, findings);
    const std::vector<data::Edition> editions{{"2016", {2016, 12, 31}}};
    const analysis::EditionModel edition(dataset, editions, 0, {}, findings);
    std::string text;
    for (const Finding& finding : findings.all())
        text += finding_text(finding);
    REQUIRE_MESSAGE(!findings.has_errors(), text);
    const analysis::Presenter presenter(edition.measurements, *locale, "nl");
    analysis::Environment environment({&presenter, &edition});
    expression::Evaluation evaluation(analysis::domain_functions(), &environment);
    const SourceText& source =
        library.add("expression", fmt::format("compare('twente', 'emsland', '{}')", row.indicator));
    const auto parsed = expression::parse(
        expression::Passage::of({&source, 0, static_cast<std::uint32_t>(source.text().size())}),
        {.functions = &analysis::domain_functions()});
    REQUIRE(parsed);
    const expression::MapScope scope;
    const auto value = expression::evaluate(*parsed, scope, evaluation);
    if (!value) return finding_text(value.finding());
    std::string said = *expression::text_of(*value);
    for (const char* const narrow : {"\u00a0", "\u202f"}) {
        const std::string space = narrow;
        for (std::size_t at = 0; (at = said.find(space, at)) != std::string::npos;)
            said.replace(at, space.size(), " ");
    }
    return said;
}

}  // namespace

TEST_CASE("how one region stands to another, in words") {
    const std::vector<Case> cases = {
        {"rate", "7.2", "9.0", "1,8 procentpunt lager dan in het Emsland",
         "1,8 Prozentpunkte niedriger als im Emsland", "1.8 percentage points lower than in Emsland"},
        {"share", "8", "7", "1 procentpunt hoger dan in het Emsland", "1 Prozentpunkt höher als im Emsland",
         "1 percentage point higher than in Emsland"},
        {"share", "9", "7", "2 procentpunt hoger dan in het Emsland", "2 Prozentpunkte höher als im Emsland",
         "2 percentage points higher than in Emsland"},
        {"rate", "7.2", "7.3", "ongeveer even hoog als in het Emsland", "etwa so hoch wie im Emsland",
         "about the same as in Emsland"},
        {"rate", "7.2", "7.2", "even hoog als in het Emsland", "genauso hoch wie im Emsland",
         "the same as in Emsland"},
        {"rate", "0", "3", "3,0 procentpunt lager dan in het Emsland",
         "3,0 Prozentpunkte niedriger als im Emsland", "3.0 percentage points lower than in Emsland"},
        {"rate", "0", "0", "even hoog als in het Emsland", "genauso hoch wie im Emsland",
         "the same as in Emsland"},
        {"rate", "-1.5", "2", "3,5 procentpunt lager dan in het Emsland",
         "3,5 Prozentpunkte niedriger als im Emsland", "3.5 percentage points lower than in Emsland"},
        {"rate", "-1", "-3", "2,0 procentpunt hoger dan in het Emsland",
         "2,0 Prozentpunkte höher als im Emsland", "2.0 percentage points higher than in Emsland"},
        {"pay", "48000", "46000", "€ 2.000 hoger dan in het Emsland", "2.000 € höher als im Emsland",
         "€2,000 higher than in Emsland"},
        {"pay", "46050", "46000", "ongeveer even hoog als in het Emsland", "etwa so hoch wie im Emsland",
         "about the same as in Emsland"},
        {"size", "0.5", "2", "1,5 lager dan in het Emsland", "1,5 niedriger als im Emsland",
         "1.5 lower than in Emsland"},
        {"jobs", "3000", "1200", "1.800 banen meer dan in het Emsland", "1.800 Stellen mehr als im Emsland",
         "1,800 jobs more than in Emsland"},
        {"jobs", "1200", "3000", "1.800 banen minder dan in het Emsland",
         "1.800 Stellen weniger als im Emsland", "1,800 jobs fewer than in Emsland"},
        {"jobs", "1200", "1205", "ongeveer evenveel als in het Emsland", "etwa so viele wie im Emsland",
         "about as many as in Emsland"},
        {"jobs", "1200", "1200", "evenveel als in het Emsland", "ebenso viele wie im Emsland",
         "as many as in Emsland"},
        {"jobs", R"({"about": 700})", "500", "circa 200 banen meer dan in het Emsland",
         "rund 200 Stellen mehr als im Emsland", "about 200 jobs more than in Emsland"},
        {"jobs", R"({"more_than": 2000})", "1500", "meer dan in het Emsland", "mehr als im Emsland",
         "more than in Emsland"},
        {"jobs", R"({"more_than": 2000})", "2500", "niet met zekerheid meer of minder dan in het Emsland",
         "nicht sicher mehr oder weniger als im Emsland", "not for certain more or fewer than in Emsland"},
        {"rate", R"({"from": 48, "to": 60})", "70", "lager dan in het Emsland", "niedriger als im Emsland",
         "lower than in Emsland"},
        {"rate", R"({"at_most": 5})", R"({"at_least": 6})", "lager dan in het Emsland",
         "niedriger als im Emsland", "lower than in Emsland"},
    };
    for (const Case& row : cases) {
        INFO(row.indicator << ": " << row.twente << " and " << row.emsland);
        CHECK(compared(row, "nl") == row.nl);
        CHECK(compared(row, "de") == row.de);
        CHECK(compared(row, "en") == row.en);
    }
}
