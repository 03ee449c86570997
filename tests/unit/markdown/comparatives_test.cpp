#include "markdown/comparatives.h"

#include <doctest/doctest.h>

#include "support/prose_words.h"
#include "unit/markdown/reading_aid.h"

namespace regioscope::markdown {

namespace {

/// The words that compare, each with what bears it out.
std::vector<std::string> compared(const std::string& language, const std::string& text) {
    const ReadText read(text);
    std::vector<std::string> out;
    for (const Comparative& one : find_comparatives(read.document, prose_words(language))) {
        constexpr const char* names[] = {"bare", "waived", "cited", "bound", "claimed"};
        out.push_back(std::string(one.place.text()) + ": " + names[static_cast<std::size_t>(one.support)]);
    }
    return out;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("words of comparison are found in each language, one a sentence") {
    CHECK(compared("nl", "Rijnmond heeft de hoogste werkloosheid en de meeste banen.") ==
          Found{"hoogste: bare"});
    CHECK(compared("nl", "Het aantal verdubbelde. Alleen Twente kromp.") ==
          Found{"verdubbelde: bare", "kromp: bare"});
    CHECK(compared("de", "Das größte Werk wuchs. Bremen ist die einzige Stadt.") ==
          Found{"größte: bare", "einzige: bare"});
    CHECK(compared("en", "It rose twice as fast. Rijnmond is the only port.") ==
          Found{"rose: bare", "the only: bare"});
}

TEST_CASE(
    "phrases that hold such words need not compare, nor do questions, heads of tables and names of pages") {
    CHECK(compared("nl", "Het staat er niet meer, met onder meer hoger onderwijs.") == Found{});
    CHECK(compared("nl", "Meer mensen, minder werk? Nee.") == Found{});
    CHECK(compared("en", "At least one, no more.") == Found{});
    CHECK(compared("en", "| Higher | Lower |\n|-|-|\n| one | higher |") == Found{"higher: bare"});
    CHECK(compared("en", "See [more places than pupils](page:german).") == Found{});
}

TEST_CASE("a claim, a bound comparison, a citation or a reason bears a sentence out") {
    CHECK(compared("en", "[It is the highest](claim:x). It is the lowest.") ==
          Found{"highest: claimed", "lowest: bare"});
    CHECK(compared("en", "It is higher by {{ difference(1, 2) }}. It is higher than {{ value(1) }}.") ==
          Found{"higher: bound", "higher: bare"});
    CHECK(compared("en", "It is higher [@src]. It is higher.[^1]\n\n[^1]: [@src]") ==
          Found{"higher: cited", "higher: cited"});
    CHECK(compared("en", "A workshop is [more](waive: \"no figure\") than a room.") == Found{"more: waived"});
    CHECK(compared("en", "It is [more](waive: \"no figure\") than a room and the largest of all.") ==
          Found{"largest: bare"});
    CHECK(compared("en", "It is [more](waive: \"no figure\") and [the largest](claim:x).") ==
          Found{"largest: claimed"});
    CHECK(compared("en",
                   "{{ if a > b }}\n\nTwente has more.\n\n{{ else }}\n\nTwente has less.\n\n{{ end }}\n\nIt "
                   "has more.") == Found{"more: bound", "less: bound", "more: bare"});
}

TEST_CASE("what a heading says is borne out below it, up to the next one") {
    CHECK(
        compared(
            "en",
            "## More places\n\nThey grew [@src].\n\n## Fewer places\n\nNothing.\n\n## Work\n\nYes [@src].") ==
        Found{"More: cited", "grew: cited", "Fewer: bare"});
}

TEST_CASE("a sentence that nothing bears out is a finding") {
    const ReadText read("Twente is larger.");
    Findings findings;
    find_bare_comparisons(read.document, prose_words("en"), findings);
    REQUIRE(findings.all().size() == 1);
    CHECK(findings.all()[0].code == "bare-comparison");
    CHECK(findings.all()[0].severity == Severity::note);
    CHECK(findings.all()[0].span.text() == "larger");
}

}  // namespace regioscope::markdown
