#include "markdown/lint.h"

#include <doctest/doctest.h>

#include "support/prose_words.h"
#include "unit/markdown/reading_aid.h"

namespace regioscope::markdown {

namespace {

/// The numbers complained of.
std::vector<std::string> bare(const std::string& language, const std::string& text,
                              const std::vector<std::string>& exceptions = {}) {
    const ReadText read(text);
    Findings findings;
    find_bare_numbers(read.document, prose_words(language), exceptions, findings);
    std::vector<std::string> out;
    for (const Finding& finding : findings.all())
        out.emplace_back(finding.span.text());
    return out;
}

using Numbers = std::vector<std::string>;

}  // namespace

TEST_CASE("figures are bare, with their units") {
    CHECK(bare("nl", "Er zijn 12 scholen.") == Numbers{"12"});
    CHECK(bare("nl", "De werkloosheid is 7,2% en was 7.7 procent.") == Numbers{"7,2%", "7.7 procent"});
    CHECK(bare("nl", "1.700 banen, €5 mln, € 48–60 mln, 5 %, 3 km, 2400") ==
          Numbers{"1.700", "€5 mln", "€ 48–60 mln", "5 %", "3 km", "2400"});
    CHECK(bare("de",
               "1\xC2\xA0"
               "700 Stellen und 12:30 Uhr") == Numbers{"1\xC2\xA0"
                                                       "700",
                                                       "12:30"});
    CHECK(bare("en", "*12* and [13](page:x) and **1**4") == Numbers{"12", "13", "1**4"});
    CHECK(bare("en", "- 3 of 4") == Numbers{"3", "4"});
    CHECK(bare("nl", "een 12-jarige") == Numbers{"12"});
}

TEST_CASE("years, dates and ordinals are no figures") {
    CHECK(bare("en", "In 2015, 2010–2015, 2012/13, 2016-12-31 en '90, 1990s, 80er.") == Numbers{});
    CHECK(bare("nl", "Op 1 januari, 2 feb. en in mei 3.") == Numbers{});
    CHECK(bare("de", "Am 31. Dezember 2015 und 3. März.") == Numbers{});
    CHECK(bare("en", "On March 3, 3 May.") == Numbers{});
    CHECK(bare("nl", "De 1e, 2de en 3ste.") == Numbers{});
    CHECK(bare("en", "The 1st, 2nd, 3rd and 4th, two 6ers.") == Numbers{});
    CHECK(bare("nl", "On March 3, 3 May.") == Numbers{"3", "3"});
    CHECK(bare("de", "Die 2. größte Region, der 3. Platz.") == Numbers{});
    CHECK(bare("de", "2000% und 2015 Mio und € 2015") == Numbers{"2000%", "2015 Mio", "€ 2015"});
    CHECK(bare("en", "In 1200 en 2500.") == Numbers{"1200", "2500"});
    CHECK(bare("nl", "Er zijn er 12. Daarna meer.") == Numbers{"12"});
}

TEST_CASE("names and references are no figures") {
    CHECK(bare("nl", "mbo4, mbo-4, 3D, A7, COVID-19, top-10") == Numbers{});
    CHECK(bare("nl", "Tabel 2, tabel 2.1, § 4, hoofdstuk 5, p. 12") == Numbers{});
    CHECK(bare("de", "Abb. 3, § 4, Anlage 5, S. 12") == Numbers{});
    CHECK(bare("en", "Industrie 4.0 is no 4.0", {"Industrie 4.0"}) == Numbers{"4.0"});
    CHECK(bare("en", "`12` and <https://example.org/12> and https://example.org/13") == Numbers{});
    CHECK(bare("en", "## 2.1 Methode") == Numbers{});
    CHECK(bare("en", "## 12 scholen") == Numbers{"12"});
    CHECK(bare("en", "1. one\n2. two") == Numbers{});
}

TEST_CASE("a number is bound, cited or waived") {
    CHECK(bare("en", "{{ value(12) }} and [12](waive: \"counted\")") == Numbers{});
    CHECK(bare("en", "There are 12 [@src]. There are 13.") == Numbers{"13"});
    CHECK(bare("en", "There are 12. There are 13 [@src].") == Numbers{"12"});
    CHECK(bare("en", "There are 12. [@src] There are 13.") == Numbers{"13"});
    CHECK(bare("de", "Es sind ca. 12 in St. Peter, bzw. 13 [@src].") == Numbers{});
    CHECK(bare("en", "There are 12.[^1]\n\n[^1]: [@src]") == Numbers{});
    CHECK(bare("en", "There are 12.[^1]\n\n[^1]: About 13.") == Numbers{"12", "13"});
    CHECK(bare("en", "| 12 | 13 [@src] |\n|-|-|\n| 14 | {{ x }} |") == Numbers{"12", "14"});
}

TEST_CASE("numbers in words are figures from three up") {
    CHECK(bare("nl", "Zeven scholen, één bestuur, twee steden, de derde klas en 12 zalen.") ==
          Numbers{"12", "Zeven"});
    CHECK(bare("nl", "De helft van drieënveertig bedrijven, tweehonderd banen, honderden mensen.") ==
          Numbers{"helft", "drieënveertig", "tweehonderd", "honderden"});
    CHECK(bare("de", "Vier von zwölf, ein Drittel, die Hälfte, einundzwanzig, zweihundert.") ==
          Numbers{"Vier", "zwölf", "ein Drittel", "Hälfte", "einundzwanzig", "zweihundert"});
    CHECK(bare("en", "All six, twenty-one, two thirds, four hundred and a dozen, but a half-day.") ==
          Numbers{"six", "twenty-one", "two thirds", "four hundred", "dozen"});
    CHECK(bare("en", "## Four kinds") == Numbers{"Four"});
}

TEST_CASE("numbers in words that are names, or words of other words, are none") {
    CHECK(
        bare(
            "nl",
            "In de jaren zeventig, in zestiende-eeuws Zevenaar, een driejarige opleiding, elfstedentocht.") ==
        Numbers{});
    CHECK(bare("en", "Seven Sisters and six", {"Seven Sisters"}) == Numbers{"six"});
    CHECK(bare("en",
               "See [Four kinds of industry](page:four), [three](https://example.org) [terms](term:x).") ==
          Numbers{"three"});
}

TEST_CASE("a number in words is bound, claimed, cited or waived") {
    CHECK(bare("en", "{{ value(7, spelled=true) }}, [seven](waive: \"counted\"), [all seven](claim:all).") ==
          Numbers{});
    CHECK(bare("en", "[All seven](claim:all) of the nine.") == Numbers{"nine"});
    CHECK(bare("en", "Seven did [@src]. Nine did not.") == Numbers{"Nine"});
}

TEST_CASE("statements hide nothing from the lint") {
    CHECK(bare("en", "{{ if x }}\n\n12\n\n{{ else }}\n\n13\n\n{{ end }}\n\n> [!aside] 14\n> 15") ==
          Numbers{"12", "13", "14", "15"});
}

}  // namespace regioscope::markdown
