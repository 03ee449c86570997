// Hostile texts: read in time that grows with their length, refused with a finding, or both; never a crash.
#include <doctest/doctest.h>

#include <chrono>

#include "markdown/lint.h"
#include "markdown/render.h"
#include "support/prose_words.h"
#include "unit/markdown/fake_resolver.h"
#include "unit/markdown/reading_aid.h"

namespace regioscope::markdown {

namespace {

std::string repeated(std::string_view piece, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes)
        text += piece;
    return text;
}

double seconds_for(const std::string& text) {
    const auto start = std::chrono::steady_clock::now();
    const ReadText read(text);
    Findings findings;
    find_bare_numbers(read.document, prose_words("en"), {"a 1"}, findings);
    FakeResolver resolver;
    render(read.document, resolver);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

TEST_CASE("a lot of anything is read in time") {
    for (const std::string_view piece : {"{{{{",
                                         "{{ ",
                                         "{{ a }}",
                                         "{{ a }} ",
                                         "{{ \"",
                                         "{{ if x }}\n\n",
                                         "{{ end }}\n\n",
                                         "{{ for x in y }}\n\n",
                                         "}}",
                                         "[[[[",
                                         "![",
                                         "[a](",
                                         "[a](b \"",
                                         "[a][b]",
                                         "![[]()",
                                         "[@",
                                         "[@a",
                                         "[@a]",
                                         "[@a;",
                                         "[^1]",
                                         "[^1]: x\n\n",
                                         "http://",
                                         "http://a ",
                                         "http://a)",
                                         ":",
                                         "*",
                                         "**a ",
                                         "_a*b",
                                         "~~",
                                         "~~a",
                                         "`",
                                         "`a``",
                                         "> ",
                                         "- ",
                                         "1. ",
                                         "# a\n",
                                         "a\n===\n",
                                         "|",
                                         "|a|\n|-|\n",
                                         "a|b\n",
                                         "\\|",
                                         "&amp;",
                                         "&#35;",
                                         "&",
                                         "\\",
                                         "<",
                                         "<!--",
                                         "<a ",
                                         "<https://x>",
                                         "1 ",
                                         "1. A ",
                                         "1.1",
                                         "1-1",
                                         "a. ",
                                         "a\n",
                                         "\n",
                                         "\t",
                                         "  \n",
                                         "\\\n",
                                         "[a]: b\n",
                                         "```\n",
                                         "    a\n",
                                         "[!aside]",
                                         "> [!aside] a\n\n",
                                         "waive:",
                                         "](",
                                         "é",
                                         "\"",
                                         "'"}) {
        CAPTURE(piece);
        CHECK(seconds_for(repeated(piece, 100'000)) < 10.0);
    }
}

TEST_CASE("a megabyte is read in time") {
    for (const std::string_view piece :
         {"{{{{", "[[[[", "{{ a }} ", "[a](b) ", "A sentence with 1 number. "}) {
        CAPTURE(piece);
        CHECK(seconds_for(repeated(piece, 1'000'000)) < 30.0);
    }
}

TEST_CASE("depth is refused, not followed") {
    CHECK(ReadText(repeated("> ", 2000) + "x").told().size() == 1);
    CHECK(ReadText(repeated("> ", 2000) + "x").findings.all()[0].code == "too-deep");
    CHECK(ReadText(repeated("- ", 2000) + "x").findings.all()[0].code == "too-deep");
    CHECK(ReadText(repeated("*a ", 600) + repeated("b* ", 600)).findings.all()[0].code == "too-deep");
    CHECK(ReadText(repeated("[", 5000)).findings.all()[0].code == "too-deep");
    CHECK(ReadText(repeated("{{ if x }}\n\n", 5000)).findings.all()[0].code == "too-deep");
}

TEST_CASE("a wide table is not filled up to a huge one") {
    const std::string wide =
        repeated("|a", 20000) + "|\n" + repeated("|-", 20000) + "|\n" + repeated("|b|\n", 40000);
    CHECK(ReadText(wide).findings.all()[0].code == "too-much-work");
    CHECK(ReadText(repeated("> ", 4) + "|a|b|\n> |-|-|\n" + repeated("> |b|\n", 400'000))
              .findings.all()[0]
              .code == "too-much-work");
    const std::string honest = "|a|b|\n|-|-|\n" + repeated("|b|c|\n", 60'000);
    CHECK(ReadText(honest).told() == Told{});
}

}  // namespace regioscope::markdown
