#include <doctest/doctest.h>

#include "expression/functions.h"
#include "expression/letter_case.h"
#include "shown.h"

using namespace regioscope;
using namespace regioscope::expression;

TEST_CASE("every function, filter and test does what its example says") {
    const tests::Shown show;
    for (const auto sort : {Functions::Sort::function, Functions::Sort::filter, Functions::Sort::test}) {
        for (const Function* function : standard_functions().all(sort)) {
            CAPTURE(function->name);
            CHECK(!function->summary.empty());
            CHECK(function->example.find(function->name) != std::string::npos);
            CHECK(show(function->example) == function->result);
        }
    }
}

TEST_CASE("filters on texts and numbers") {
    const tests::Shown show{.json = R"({"text": "Größe der É-Region", "long": "een twee drie vier vijf"})"};
    CHECK(show("text|upper") == "GRÖSSE DER É-REGION");
    CHECK(show("text|lower") == "größe der é-region");
    CHECK(show("'ÿŠž œuvre'|title") == "Ÿšž Œuvre");
    CHECK(show("5|upper") == "5");
    CHECK(show("'--a-'|trim('-')") == "a");
    CHECK(show("'\\u00a0a '|trim ~ '|'") == "a|");
    CHECK(show("long|truncate(10)") == "een...");
    CHECK(show("long|truncate(10, true)") == "een twe...");
    CHECK(show("long|truncate(20)") == "een twee drie vier vijf");
    CHECK(show("long|truncate(2)") == "[out-of-range] 'length' takes a number of at least 3, got 2 @15");
    CHECK(show("'aXbXc'|replace('X', '-', 1)") == "a-bXc");
    CHECK(show("'a'|replace('', 'x')") == "[out-of-range] what is replaced cannot be empty @13");
    CHECK(show("'a\\n\\nb'|indent(2, first=true, blank=true)") == "  a\n  \n  b");
    CHECK(show("'a b/c&é'|urlencode") == "a%20b/c%26%C3%A9");
    CHECK(show("7.25|round(1, 'floor') ~ ' ' ~ (-7.25)|round(1, 'ceil') ~ ' ' ~ 42|round(1)") ==
          "7.2 -7.2 42.0");
    CHECK(show("1250|round(-2)") == "1300");
    CHECK(show("1|round(0, 'up')") == "[out-of-range] 'method' is 'common', 'ceil' or 'floor' @12");
    CHECK(show("'x'|int(7) ~ '0x1f'|int(base=16) ~ ' 12 '|int ~ '-3.9'|int ~ true|int") == "73112-31");
    CHECK(show("'abc'|float(1.5)") == "1.5");
    CHECK(show("[1, 2]|join") == "12");
    CHECK(show("[{'n': 'b'}, {'n': 'A'}]|sort(attribute='n')|map(attribute='n')|join") == "Ab");
    CHECK(show("[{'n': 'b'}, {'n': 'A'}]|sort(case_sensitive=true, attribute='n')|map(attribute='n')|join") ==
          "Ab");
    CHECK(show("['b', 'A', 'a', 'B']|sort|join") == "AabB");
    CHECK(show("['b', 'A', 'a', 'B']|sort(true)|join") == "bBAa");
    CHECK(show("['b', 'A', 'a', 'B']|sort(case_sensitive=true)|join") == "ABab");
    CHECK(show("[[2, 'a'], [1, 'b'], [1, 'a']]|sort(attribute='0,1')|join(' ')") ==
          "[1, 'a'] [1, 'b'] [2, 'a']");
    CHECK(show("[1, 1.0, 2, '1']|unique|list") == "[1, 2, '1']");
    CHECK(show("range(7)|slice(3, 'x')|list") == "[[0, 1, 2], [3, 4, 'x'], [5, 6, 'x']]");
    CHECK(show("{'b': 1, 'A': 2}|dictsort(by='value', reverse=true)") == "[['A', 2], ['b', 1]]");
    CHECK(show("5 is number and 5 is not boolean and none is not defined") == "False");
    CHECK(show("1.5 is even or 1.5 is odd") == "False");
    CHECK(show("'a' is even") == "[wrong-type] 'value' takes a number, got a text @1");
}

TEST_CASE("a registry is copied, added to and asked") {
    Functions functions = standard_functions();
    functions.add_filter({"twice",
                          {required("value")},
                          "",
                          "",
                          "",
                          [](const Arguments& arguments, const CallContext&) -> Result<Value> {
                              return Value(arguments[0].text() + arguments[0].text());
                          }});
    const tests::Shown show{.functions = &functions};
    CHECK(show("'ab'|twice|upper") == "ABAB");
    CHECK(standard_functions().find(Functions::Sort::filter, "twice") == nullptr);
    CHECK(functions.find(Functions::Sort::filter, "d")->name == "default");
}

TEST_CASE("maps keep their order and find by hash when they are long") {
    Map map;
    for (int i = 0; i < 100; ++i)
        map.set("key" + std::to_string(i), Value(i));
    map.set("key3", Value("three"));
    map.set("key50", Value("fifty"));
    CHECK(map.size() == 100);
    CHECK(map.find("key3")->text() == "three");
    CHECK(map.find("key50")->text() == "fifty");
    CHECK(map.find("key99")->number() == Decimal(99));
    CHECK(map.find("key100") == nullptr);
    CHECK(map.entries()[3].first == "key3");
}
