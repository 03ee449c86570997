#include "escape/turtle.h"

#include <doctest/doctest.h>

using namespace regioscope;

namespace {

std::string written(std::string_view text) {
    std::string out;
    escape::append_turtle_string(out, text);
    return out;
}

}  // namespace

TEST_CASE("texts in Turtle stand on one line, and nothing in them ends them") {
    CHECK(written("say \"hi\"\\") == R"("say \"hi\"\\")");
    CHECK(written("two\nlines\r\tand a tab") == R"("two\nlines\r\tand a tab")");
    CHECK(written(std::string_view("\x01\x00", 2)) == "\"\\u0001\\uFFFD\"");
    CHECK(written("café „ß“") == "\"café „ß“\"");
    CHECK(written("\xFF") == "\"\xEF\xBF\xBD\"");
}

TEST_CASE("an address in Turtle holds nothing that would end it") {
    std::string out;
    escape::append_turtle_iri(out, "https://example.org/a b<c>\"{d}\\^`|\n?q=é");
    CHECK(out == "<https://example.org/a%20b%3Cc%3E%22%7Bd%7D%5C%5E%60%7C%0A?q=é>");
}
