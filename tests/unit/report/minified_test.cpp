#include "report/minified.h"

#include <doctest/doctest.h>

using namespace regioscope::report;

TEST_CASE("a stylesheet loses comments and spaces that mean nothing") {
    CHECK(minified_stylesheet(
              "/* why */\na {\n  color: red; /* here */\n  margin: 0 1rem;\n}\n\nb, i { top: 0; }\n") ==
          "a{color:red;margin:0 1rem}b,i{top:0}");
    CHECK(minified_stylesheet("@media (min-width: 60em) and (print) { a { b: c } }") ==
          "@media (min-width:60em) and (print){a{b:c}}");
}

TEST_CASE("spaces that mean something stay") {
    CHECK(minified_stylesheet("nav :is(a, b) > i + i{width: calc(1px + 2px)}") ==
          "nav :is(a,b) > i + i{width:calc(1px + 2px)}");
    CHECK(minified_stylesheet("a/**/b{}") == "a b{}");
    CHECK(minified_stylesheet("a{margin:0/* x */1px}") == "a{margin:0 1px}");
}

TEST_CASE("strings stay as they are") {
    CHECK(minified_stylesheet("a::after { content: \" /* ; } \\\" */ \" / \"\"; }") ==
          "a::after{content:\" /* ; } \\\" */ \" / \"\"}");
    CHECK(minified_stylesheet("a{b:'x  y") == "a{b:'x  y");
    CHECK(minified_stylesheet("a{b:c}/* open") == "a{b:c}");
}

TEST_CASE("a script loses whole-line comments and indentation") {
    CHECK(minified_script("// Why.\n\"use strict\";\n\n  if (a) {\n    b(\"// no\"); // here\n  }\n") ==
          "\"use strict\";\nif (a) {\nb(\"// no\"); // here\n}\n");
}
