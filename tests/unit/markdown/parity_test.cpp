#include "markdown/parity.h"

#include <doctest/doctest.h>

#include "unit/markdown/reading_aid.h"

namespace regioscope::markdown {

namespace {

/// `message at 'source'; note at 'source'` of every difference.
Told differences(const std::string& original, const std::string& other) {
    const ReadText left(original);
    const ReadText right(other);
    Findings findings;
    compare_structure(left.document, right.document, findings);
    Told out;
    for (const Finding& finding : findings.all()) {
        CHECK(finding.code == "language-parity");
        CHECK(finding.span.source == right.source.get());
        REQUIRE(finding.notes.size() == 1);
        CHECK(finding.notes[0].span.source == left.source.get());
        out.push_back(finding.message + " at '" + std::string(finding.span.text()) + "'");
    }
    return out;
}

}  // namespace

TEST_CASE("the same things in another order within a section are the same") {
    CHECK(differences("# Titel\n\n{{ value('a') }} [x](claim:c) {{ b }}\n\n{{ figure('f') }}",
                      "# Title\n\n{{ figure(\"f\") }}\n\n[y](claim:c) {{ b }} {{ value( \"a\" ) }}") ==
          Told{});
}

TEST_CASE("words that print names may differ") {
    CHECK(differences("# T\n\n{{ name('twente', 'in') }}", "# T\n\nin Twente") == Told{});
}

TEST_CASE("missing and extra things are told in both languages' places") {
    CHECK(differences("# T\n\n{{ a }} {{ a }} [x](claim:c)\n\n{{ figure('f') }}",
                      "# Title\n\n{{ a }} {{ b }}") ==
          Told{"the claim 'c' is missing in this section at 'Title'",
               "the figure 'f' is missing in this section at 'Title'",
               "the value 'a' is missing in this section at 'Title'",
               "the value 'b' has no counterpart at '{{ b }}'"});
    CHECK(differences("# T\n\n{{ if a }}\n\nx\n\n{{ end }}", "# T\n\nx") ==
          Told{"the condition 'a' is missing in this section at 'T'"});
}

TEST_CASE("sections correspond by their order and level") {
    CHECK(differences("# T\n\n## A\n\n## B", "# U\n\n## C") ==
          Told{"behind this section, 'B' is missing at 'C'"});
    CHECK(differences("# T\n\n## A", "# U\n\n## C\n\n## D") ==
          Told{"the section 'D' has no counterpart at 'D'"});
    CHECK(differences("# T\n\n## A\n\n{{ a }}", "# U\n\n### C") ==
          Told{"this heading has another level than the one in its place at 'C'"});
}

}  // namespace regioscope::markdown
