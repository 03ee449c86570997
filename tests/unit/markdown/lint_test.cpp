#include "markdown/lint.h"

#include <doctest/doctest.h>

#include "unit/markdown/reading_aid.h"

namespace regioscope::markdown {

namespace {

/// The numbers complained of.
std::vector<std::string> bare(const std::string& text, const std::vector<std::string>& exceptions = {}) {
    const ReadText read(text);
    Findings findings;
    find_bare_numbers(read.document, exceptions, findings);
    std::vector<std::string> out;
    for (const Finding& finding : findings.all())
        out.emplace_back(finding.span.text());
    return out;
}

using Numbers = std::vector<std::string>;

}  // namespace

TEST_CASE("figures are bare, with their units") {
    CHECK(bare("Er zijn 12 scholen.") == Numbers{"12"});
    CHECK(bare("De werkloosheid is 7,2% en was 7.7 procent.") == Numbers{"7,2%", "7.7 procent"});
    CHECK(bare("1.700 banen, €5 mln, € 48–60 mln, 5 %, 3 km, 2400") ==
          Numbers{"1.700", "€5 mln", "€ 48–60 mln", "5 %", "3 km", "2400"});
    CHECK(bare("1\xC2\xA0"
               "700 Stellen und 12:30 Uhr") == Numbers{"1\xC2\xA0"
                                                       "700",
                                                       "12:30"});
    CHECK(bare("*12* and [13](page:x) and **1**4") == Numbers{"12", "13", "1**4"});
    CHECK(bare("- 3 of 4") == Numbers{"3", "4"});
    CHECK(bare("een 12-jarige") == Numbers{"12"});
}

TEST_CASE("years, dates and ordinals are no figures") {
    CHECK(bare("In 2015, 2010–2015, 2012/13, 2016-12-31 en '90, 1990s, 80er.") == Numbers{});
    CHECK(bare("Op 1 januari, am 31. Dezember 2015, on March 3, 3 May.") == Numbers{});
    CHECK(bare("De 1e, 2de, 3ste, 1st, 2nd, 3rd en 4th.") == Numbers{});
    CHECK(bare("Die 2. größte Region, der 3. Platz.") == Numbers{});
    CHECK(bare("2000% und 2015 Mio und € 2015") == Numbers{"2000%", "2015 Mio", "€ 2015"});
    CHECK(bare("In 1200 en 2500.") == Numbers{"1200", "2500"});
    CHECK(bare("Er zijn er 12. Daarna meer.") == Numbers{"12"});
}

TEST_CASE("names and references are no figures") {
    CHECK(bare("mbo4, mbo-4, 3D, A7, COVID-19, top-10") == Numbers{});
    CHECK(bare("Tabel 2, tabel 2.1, Abb. 3, § 4, hoofdstuk 5, p. 12") == Numbers{});
    CHECK(bare("Industrie 4.0 is no 4.0", {"Industrie 4.0"}) == Numbers{"4.0"});
    CHECK(bare("`12` and <https://example.org/12> and https://example.org/13") == Numbers{});
    CHECK(bare("## 2.1 Methode") == Numbers{});
    CHECK(bare("## 12 scholen") == Numbers{"12"});
    CHECK(bare("1. one\n2. two") == Numbers{});
}

TEST_CASE("a number is bound, cited or waived") {
    CHECK(bare("{{ value(12) }} and [12](waive: \"counted\")") == Numbers{});
    CHECK(bare("There are 12 [@src]. There are 13.") == Numbers{"13"});
    CHECK(bare("There are 12. There are 13 [@src].") == Numbers{"12"});
    CHECK(bare("There are 12. [@src] There are 13.") == Numbers{"13"});
    CHECK(bare("There are ca. 12 in St. Ives, bzw. 13 [@src].") == Numbers{});
    CHECK(bare("There are 12.[^1]\n\n[^1]: [@src]") == Numbers{});
    CHECK(bare("There are 12.[^1]\n\n[^1]: About 13.") == Numbers{"12", "13"});
    CHECK(bare("| 12 | 13 [@src] |\n|-|-|\n| 14 | {{ x }} |") == Numbers{"12", "14"});
}

TEST_CASE("statements hide nothing from the lint") {
    CHECK(bare("{{ if x }}\n\n12\n\n{{ else }}\n\n13\n\n{{ end }}\n\n> [!aside] 14\n> 15") ==
          Numbers{"12", "13", "14", "15"});
}

}  // namespace regioscope::markdown
