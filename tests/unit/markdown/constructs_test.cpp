#include "markdown/constructs.h"

#include <doctest/doctest.h>

namespace regioscope::markdown {

TEST_CASE("expressions that mean the same are normalised to the same") {
    CHECK(normalized_expression(" value( 'a' ,\n \"b\" ) ") == "value(\"a\",\"b\")");
    CHECK(normalized_expression("a and  not b") == "a and not b");
    CHECK(normalized_expression("'say \"x\"'") == "'say \"x\"'");
    CHECK(normalized_expression("f(' a  b ')") == "f(\" a  b \")");
    CHECK(normalized_expression("'it\\'s'") == "'it\\'s'");
    CHECK(normalized_expression("'open") == "'open");
    CHECK(normalized_expression("1 - 2 .x") == "1-2.x");
}

TEST_CASE("only whole words begin statements") {
    CHECK(control_word(" if x") == "if");
    CHECK(control_word("end") == "end");
    CHECK(control_word("endings").empty());
    CHECK(control_word("for_each(x)").empty());
    CHECK(control_word("").empty());
}

TEST_CASE("citations are read part by part") {
    const auto parts = read_citation("@a; @b#p , Tabel 2, noot 3 ;@c,");
    REQUIRE(parts.size() == 3);
    CHECK(parts[0].source == "a");
    CHECK(parts[1].source == "b");
    CHECK(parts[1].part == "p");
    CHECK(parts[1].locator == "Tabel 2, noot 3");
    CHECK(parts[1].begin == 4);
    CHECK(parts[1].end == 26);
    CHECK_MESSAGE(parts[2].source.empty(), "a comma promises a locator");
    CHECK(read_citation("@").front().source.empty());
    CHECK(read_citation("@a#").front().source.empty());
    CHECK(read_citation("a").front().source.empty());
}

TEST_CASE("links end where cmark ends them") {
    const auto end = [](std::string_view text) { return end_of_link(text, 3); };
    CHECK(end("[x](a)b") == 6);
    CHECK(end("[x](a \"t)\")b") == 11);
    CHECK(end("[x](a(b)c)d") == 10);
    CHECK(end("[x](<a b>)c") == 10);
    CHECK(end("[x](a b)c") == 3);
    CHECK(end("[x][y]z") == 6);
    CHECK(end("[x][[y]") == 3);
    CHECK(end("[x] (a)") == 3);
    CHECK(end("[x](a (t))") == 10);
    CHECK(end("[x](a ((t))") == 3);
    CHECK(end("[x](a\\)b)") == 9);
}

}  // namespace regioscope::markdown
