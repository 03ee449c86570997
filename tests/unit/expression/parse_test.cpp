#include "expression/parse.h"

#include <doctest/doctest.h>

#include "shown.h"

using namespace regioscope;
using namespace regioscope::expression;

namespace {

const tests::Shown show;

Span whole(const SourceText& source) {
    return {&source, 0, static_cast<std::uint32_t>(source.text().size())};
}

}  // namespace

TEST_CASE("what is wrong is named with its place") {
    CHECK(show("") == "[syntax] expected an expression, got the end of the expression @1");
    CHECK(show("1 +") == "[syntax] expected an expression, got the end of the expression @4");
    CHECK(show("1 2") == "[syntax] unexpected the number 2 @3");
    CHECK(show("(1, 2") == "[syntax] this '(' is never closed @1");
    CHECK(show("[1, (2]") == "[syntax] expected ')', got ']' @7");
    CHECK(show("1)") == "[syntax] ')' closes nothing @2");
    CHECK(show("'abc") == "[syntax] this text is never closed @1");
    CHECK(show("'\\xZZ'") == "[syntax] an escape of 2 digits is cut short @2");
    CHECK(show("'\\ud800'") == "[syntax] there is no such character @2");
    CHECK(show("a ! b") == "[syntax] unexpected character '!' @3");
    CHECK(show("a € b") == "[syntax] unexpected character '€' @3");
    CHECK(show("a = b") == "[syntax] unexpected '=': two are equal when '==' stands between them @3");
    CHECK(show("if") == "[syntax] expected an expression, got 'if' @1");
    CHECK(show("a.") == "[syntax] expected a name after '.', got the end of the expression @3");
    CHECK(show("a|") == "[syntax] expected the name of a filter, got the end of the expression @3");
    CHECK(show("a is 5") == "[syntax] expected the name of a test, got the number 5 @6");
    CHECK(show("a is odd is even") ==
          "[syntax] tests with 'is' cannot follow each other: join them with 'and' @10");
    CHECK(show("{'a' 1}") == "[syntax] expected ':', got the number 1 @6");
    CHECK(show("a[1, 2]") == "[syntax] only one index goes between the brackets @4");
    CHECK(show("f(a b)") == "[syntax] expected ')', got 'b' @5");
}

TEST_CASE("in Markdown there are functions only") {
    const tests::Shown markdown{.options = {.filters = ParseOptions::Filters::refused}};
    CHECK(markdown("1|abs") == "[syntax] '|' cannot be used here @2");
    CHECK(markdown("1 is odd") == "[syntax] 'is' cannot be used here @3");
    CHECK(markdown("range(2)") == "[0, 1]");
}

TEST_CASE("filters and tests can be looked up while parsing") {
    const SourceText source("x", "no and a|uper");
    const auto parsed = parse(Passage::of(whole(source)), {.functions = &standard_functions()});
    REQUIRE(!parsed);
    CHECK(parsed.finding().code == "unknown-filter");
    CHECK(parsed.finding().span.begin == 9);
}

TEST_CASE("an expression knows the names it reads") {
    const SourceText source("x", "highest(values('u', set)) == id and rows[i].n|default(other, f=g.h)");
    const auto parsed = parse(Passage::of(whole(source)));
    REQUIRE(parsed);
    CHECK(parsed->names() ==
          std::set<std::string>{"highest", "values", "set", "id", "rows", "i", "other", "g"});
}

TEST_CASE("an expression inside a larger text keeps its place") {
    const SourceText source("page.md", "Erste Zeile\nWert {{ valeu(1) }} hier");
    const auto closing = find_closing(source.text(), 19);
    REQUIRE(closing);
    CHECK(source.text().substr(*closing, 2) == "}}");
    const auto parsed = parse(Passage::of(whole(source)), 19, *closing);
    REQUIRE(parsed);
    MapScope scope;
    Evaluation evaluation(standard_functions());
    const auto value = evaluate(*parsed, scope, evaluation);
    REQUIRE(!value);
    CHECK(finding_text(value.finding()) ==
          "page.md:2:9: error[unknown-function]: no function 'valeu' (there are 'dict', 'range')\n"
          "    Wert {{ valeu(1) }} hier\n"
          "            ^~~~~\n");
}

TEST_CASE("the closing of an expression is not one inside a text or a map") {
    CHECK(find_closing("{{ 'a}}b' }}", 2) == 10);
    CHECK(find_closing("{{ {'a': {}} }}", 2) == 13);
    CHECK(find_closing("{{ \"\\\"}}\" }}", 2) == 10);
    CHECK(find_closing("{{ a }", 2) == std::nullopt);
    CHECK(find_closing("{{ (a }}", 2) == std::nullopt);
}

TEST_CASE("the escapes of a JSON string shift places, not meanings") {
    const SourceText source("claims.json", R"({"condition": "a == \"\u00e9\ud83d\ude00\" and missing"})");
    const auto begin = static_cast<std::uint32_t>(source.text().find("\"a =="));
    const Span text{&source, begin, static_cast<std::uint32_t>(source.text().size() - 1)};
    const Passage passage = Passage::of_json_string(text);
    CHECK(passage.text() == "a == \"é😀\" and missing");
    const auto parsed = parse(passage);
    REQUIRE(parsed);
    CHECK(parsed->names() == std::set<std::string>{"a", "missing"});
    for_each_node(parsed->root(), [](const Node& node) {
        if (node.kind == NodeKind::name) CHECK(node.span.text() == node.name);
    });
}

TEST_CASE("a JSON string without escapes is read where it stands") {
    const SourceText source("claims.json", R"("1 + x")");
    const auto parsed = parse(Passage::of_json_string(whole(source)));
    REQUIRE(parsed);
    CHECK(parsed->span().text() == "1 + x");
}
