#include "chart/stylesheet.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using regioscope::chart::plain_stylesheet;

TEST_CASE("custom properties become the values of the first :root") {
    CHECK(plain_stylesheet(
              ":root { --ink: #111; --paper: #fff }\n.a { fill: var(--ink); stroke: var( --paper ); }") ==
          ".a { fill: #111; stroke: #fff; }\n");
    CHECK(plain_stylesheet(".a { fill: var(--unknown) }") == ".a { fill: currentColor }\n");
}

TEST_CASE("at-rules and comments are left out") {
    CHECK(plain_stylesheet(
              "/* } */ .a { x: 1 } @media print { :root { --ink: #000 } .b { x: 2 } } .c { x: 3 }") ==
          ".a { x: 1 }\n.c { x: 3 }\n");
}

TEST_CASE("broken stylesheets end early, not badly") {
    CHECK(plain_stylesheet("").empty());
    CHECK(plain_stylesheet(".a { x: 1").find(".a { x: 1") == 0);
    CHECK(plain_stylesheet("/* never closed .a { }").empty());
    CHECK(plain_stylesheet("@media print { .a { }").empty());
    CHECK(plain_stylesheet(".a { x: var(--b }").find(".a { x:") == 0);
}

TEST_CASE("chart.css leaves no custom property") {
    std::ifstream file(REGIOSCOPE_SOURCE_DIR "/templates/assets/chart.css");
    std::ostringstream css;
    css << file.rdbuf();
    const std::string plain = plain_stylesheet(css.str());
    CHECK(plain.find("--") == std::string::npos);
    CHECK(plain.find("var(") == std::string::npos);
    CHECK(plain.find("@") == std::string::npos);
    CHECK(plain.find(".region-1, .region-7 { color: #185709; }") != std::string::npos);
}
