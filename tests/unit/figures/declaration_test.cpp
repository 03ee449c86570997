#include "figures/declaration.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "figure_cases.h"
#include "figure_project.h"

namespace regioscope::figures {

namespace {

test::Report& report() {
    static test::Report one;
    return one;
}

/// The findings of one declaration: `code@the words it points at`, joined by spaces.
std::string said(const std::string& members) {
    Findings findings;
    report().declare("\"f\": {" + members + "}", findings);
    std::string out;
    for (const Finding& finding : findings.all())
        out += (out.empty() ? "" : " ") + finding.code + "@" + std::string(finding.span.text());
    return out;
}

}  // namespace

TEST_CASE("a kind and an indicator suffice") {
    const Declaration declared = report().declared(R"("kind": "bar", "indicator": "unemployment")");
    CHECK(declared.kind->word == "bar");
    CHECK(declared.indicators.size() == 1);
    CHECK(declared.regions.empty());
    CHECK_FALSE(declared.benchmarks);
}

TEST_CASE("every kind has a word of its own and is told; what has marks can be drawn") {
    for (const Kind& kind : kinds()) {
        INFO(kind.word);
        CHECK(find_kind(kind.word) == &kind);
        CHECK_FALSE(kind.shows.empty());
        CHECK((kind.describe != nullptr));
        CHECK((kind.takes == Takes::parts) == (kind.shape == Shape::parts));
        CHECK((kind.is_of_facts() || kind.title.empty()));
        const bool has_marks = kind.takes_annotations || kind.draws_targets || kind.draws_mean;
        CHECK_FALSE((has_marks && kind.is_table()));
        const bool has_case = std::any_of(test::cases.begin(), test::cases.end(), [&](const auto& one) {
            return one.second.find("\"kind\": \"" + std::string(kind.word) + "\"") != std::string::npos;
        });
        CHECK(has_case);
    }
    CHECK(find_kind("pie") == nullptr);
}

TEST_CASE("what a kind would pass over is refused") {
    CHECK(said(R"("kind": "map", "sort": "name")") == "not-for-kind@\"name\"");
    CHECK(said(R"("kind": "ladder", "benchmark": "nl")") == "not-for-kind@\"nl\"");
    CHECK(said(R"("kind": "timeline", "period": "2015")") == "not-for-kind@\"2015\"");
    CHECK(said(R"("kind": "bar", "indicator": "unemployment", "indexed": true)") == "not-for-kind@true");
    CHECK(said(R"("kind": "bar", "indicator": "unemployment", "parts": 3)") == "not-for-kind@3");
    CHECK(said(R"("kind": "timeline", "facts": "employer-seats")") == "not-for-kind@\"employer-seats\"");
    CHECK(said(R"("kind": "share-bar", "composition": "sectors", "facts": "milestones")") ==
          "not-for-kind@\"milestones\"");
    CHECK(said(R"("kind": "goal-table", "highlight": "alfa")") == "not-for-kind@\"alfa\"");
    CHECK(said(R"("kind": "bar", "indicator": "unemployment", "regions": ["alfa", "beta", "alfa"])") ==
          "repeated-word@\"alfa\"");
}

TEST_CASE("what is wrong is said at the word that is wrong") {
    CHECK(said(R"("kind": "pie", "indicator": "unemployment")") == "unknown-kind@\"pie\"");
    CHECK(said(R"("kind": "bar", "indicator": "unemploymnt")") == "unknown-indicator@\"unemploymnt\"");
    CHECK(said(R"("kind": "bar", "indicator": "unemployment", "regions": "al")") ==
          "unknown-region-set@\"al\"");
    CHECK(said(R"("kind": "bar", "indicator": "unemployment", "regions": ["alfa", "bet"])") ==
          "unknown-region@\"bet\"");
    CHECK(said(R"("kind": "bar", "indicator": "unemployment", "highlight": ["x"])") ==
          "unknown-region@\"x\"");
    CHECK(said(R"("kind": "share-bar", "composition": "sector")") == "unknown-composition@\"sector\"");
    CHECK(said(R"("kind": "share-bar", "indicators": ["jobs-a", "jobs-b"])") ==
          "too-few-indicators@\"share-bar\"");
    CHECK(said(R"("kind": "scatter", "x": "unemployment")") == "too-few-indicators@\"scatter\"");
    CHECK(said(R"("kind": "bar")") == "too-few-indicators@\"bar\"");
    CHECK(said(R"("kind": "bar", "indicators": ["jobs-a", "jobs-b"])") == "too-many-indicators@\"bar\"");
    CHECK(said(R"("kind": "map", "indicator": "unemployment")") == "too-many-indicators@\"map\"");
    CHECK(said(R"("kind": "line", "indicators": ["jobs-a", "jobs-a"])") == "repeated-word@\"jobs-a\"");
    CHECK(said(R"("kind": "bar", "indicator": "unemployment", "period": "1999")") ==
          "unknown-period@\"1999\"");
    CHECK(said(R"("kind": "bar", "indicator": "unemployment", "sort": "size")") == "unknown-word@\"size\"");
    CHECK(said(R"("kind": "bar", "indicator": "unemployment", "from": "2015")") == "unknown-edition@2015");
    CHECK(said(R"("kind": "bar", "indicator": "unemployment", "colour": "red")") == "unknown-key@\"colour\"");
    CHECK(said(R"("kind": "goal-table", "goals": ["mor"])") == "unknown-goal@\"mor\"");
    CHECK(said(R"("kind": "share-bar", "composition": "sectors", "parts": 9)") == "out-of-range@9");
}

TEST_CASE("annotations stand somewhere and say something; lines belong to kinds that draw them") {
    const std::string text = R"("text": {"nl": "a", "de": "a", "en": "a"})";
    const auto annotated = [&](const std::string& kind, const std::string& annotation) {
        return said(kind + R"(, "annotations": [{)" + annotation + "}]");
    };
    const std::string bar = R"("kind": "bar", "indicator": "unemployment")";
    CHECK(annotated(bar, R"("region": "alfa", )" + text).empty());
    CHECK(annotated(bar, text).starts_with("unplaced-annotation@"));
    CHECK(annotated(bar, R"("region": "alf", )" + text) == "unknown-region@\"alf\"");
    CHECK(annotated(bar, R"("period": "1999", )" + text) == "unknown-period@\"1999\"");
    CHECK(annotated(bar, R"("region": "alfa")").starts_with("missing-key@"));
    CHECK(annotated(R"("kind": "map")", R"("region": "alfa", )" + text).starts_with("not-for-kind@"));
    CHECK(said(bar + R"(, "mean": true)").empty());
    CHECK(said(R"("kind": "line", "indicator": "unemployment", "mean": true)") == "not-for-kind@true");
    CHECK(said(R"("kind": "scatter", "x": "unemployment", "y": "productivity", "goals": ["more"])")
              .starts_with("not-for-kind@"));
}

TEST_CASE("figures of different units share no scale, unless they are indexed") {
    const std::string both = R"("kind": "slope", "indicators": ["unemployment", "productivity"])";
    CHECK(said(both).starts_with("mixed-units@"));
    CHECK(said(both + R"(, "indexed": true)").empty());
    CHECK(said(R"("kind": "heatmap", "indicators": ["unemployment", "productivity"])").empty());
}

TEST_CASE("a suggestion comes with an unknown word") {
    Findings findings;
    report().declare(R"("f": {"kind": "bra", "indicator": "unemployment"})", findings);
    CHECK(findings.all().front().message == "no kind of figure 'bra' (did you mean 'bar'?)");
}

TEST_CASE("two figures of one id are one too many") {
    Findings findings;
    const Declarations one = report().declare(R"("f": {"kind": "map"}, "g": {"kind": "map"})", findings);
    CHECK(findings.all().empty());
    CHECK(one.find("f") != nullptr);
    CHECK(one.find("h") == nullptr);
    const SourceText source("site/figures/again.json", R"({"figures": {"f": {"kind": "map"}}})");
    Declarations both = one;
    read_declarations(source, report().dataset(), {"nl"}, {}, both, findings);
    REQUIRE(findings.all().size() == 1);
    CHECK(findings.all().front().code == "duplicate-figure");
    CHECK(both.figures.size() == 2);
}

}  // namespace regioscope::figures
