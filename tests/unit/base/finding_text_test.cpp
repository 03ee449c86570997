#include "base/finding_text.h"

#include <doctest/doctest.h>

using namespace regioscope;

namespace {

Span span_of(const SourceText& source, std::string_view word) {
    const auto begin = static_cast<std::uint32_t>(source.text().find(word));
    return {&source, begin, begin + static_cast<std::uint32_t>(word.size())};
}

}  // namespace

TEST_CASE("a finding reads as a small letter") {
    const SourceText source("site/a.md", "kop\n\teen Größe van twent hier\n");
    Finding finding =
        make_error("unknown-region", span_of(source, "twent"), "no region 'twent' (did you mean 'twente'?)");
    finding.note("declared here", span_of(source, "kop")).note("see the docs");
    CHECK(finding_text(finding) ==
          "site/a.md:2:16: error[unknown-region]: no region 'twent' (did you mean 'twente'?)\n"
          "    \teen Größe van twent hier\n"
          "    \t              ^~~~~\n"
          "  note: site/a.md:1:1: declared here\n"
          "    kop\n"
          "    ^~~\n"
          "  note: see the docs\n");
}

TEST_CASE("a finding without a text names its file") {
    Finding finding = make_warning("missing-file", {}, "there is no such file");
    CHECK(finding_text(finding) == "warning[missing-file]: there is no such file\n");
    finding.file = "datasets/regions.json";
    finding.accepted = "not yet";
    CHECK(finding_text(finding) ==
          "datasets/regions.json: warning[missing-file]: there is no such file\n  accepted: not yet\n");
}

TEST_CASE("a span of several lines is underlined on its first one") {
    const SourceText source("a.md", "a [b\nc] d");
    CHECK(finding_text(make_error("x", span_of(source, "[b\nc]"), "m")) ==
          "a.md:1:3: error[x]: m\n    a [b\n      ^~\n");
}

TEST_CASE("the end of a file and of a line with CR can be pointed at") {
    const SourceText source("a.md", "ab\r\ncd");
    CHECK(finding_text(make_error("x", {&source, 6, 6}, "m")) == "a.md:2:3: error[x]: m\n    cd\n      ^\n");
    CHECK(finding_text(make_error("x", {&source, 2, 2}, "m")) == "a.md:1:3: error[x]: m\n    ab\n      ^\n");
    const SourceText empty("b.md", "");
    CHECK(finding_text(make_error("x", {&empty, 0, 0}, "m")) == "b.md:1:1: error[x]: m\n    \n    ^\n");
}

TEST_CASE("of a long line only the neighbourhood is shown, whole characters of it") {
    std::string text;
    for (int i = 0; i < 300; ++i)
        text += "é";
    const SourceText source("a.json", text + "X" + text);
    const std::string shown = finding_text(make_error("x", span_of(source, "X"), "m"));
    const std::size_t line = shown.find('\n') + 1;
    const std::string excerpt = shown.substr(line, shown.find('\n', line) - line);
    CHECK(excerpt.starts_with("    …é"));
    CHECK(excerpt.ends_with("é…"));
    CHECK(excerpt.size() < 200);
    CHECK(shown.ends_with("^\n"));
}

TEST_CASE("a line that fits is shown whole, wherever the place") {
    const SourceText source("a.json", std::string(100, 'a') + "X" + std::string(40, 'b'));
    const std::string shown = finding_text(make_error("x", span_of(source, "X"), "m"));
    CHECK(shown.find("…") == std::string::npos);
    CHECK(shown.ends_with("\n    " + std::string(100, ' ') + "^\n"));
}

TEST_CASE("colour is only where it is wanted") {
    const Finding finding = make_error("x", {}, "m");
    CHECK(finding_text(finding, Colour::never).find('\033') == std::string::npos);
    CHECK(finding_text(finding, Colour::always).find("\033[31m") != std::string::npos);
}

TEST_CASE("findings are summed up and put in source order") {
    Findings findings;
    CHECK(findings_summary(findings) == "no findings");
    const SourceText a("a", "0123456789");
    const SourceText b("b", "0123456789");
    findings.warning("w", {&b, 3, 4}, "later");
    findings.error("e", {&a, 5, 6}, "second");
    findings.warning("w", {&a, 1, 2}, "first");
    findings.error("e", {&a, 5, 6}, "second");
    findings.sort();
    REQUIRE(findings.all().size() == 3);
    CHECK(findings.all()[0].message == "first");
    CHECK(findings.all()[1].message == "second");
    CHECK(findings_summary(findings) == "1 error, 2 warnings");
}

TEST_CASE("a file cannot steer the terminal") {
    const SourceText source("a\033.md", "\033[2J x\x7F\xC2\x9B\n");
    CHECK(finding_text(make_error("code", span_of(source, "x"), "no '\033]0;\a' here")) ==
          "a␛.md:1:6: error[code]: no '␛]0;␇' here\n"
          "    ␛[2J x␡�\n"
          "         ^\n");
    CHECK(finding_text(make_error("code", {}, "no 'x\n::error file=a::b\r\n' here")) ==
          "error[code]: no 'x␊::error file=a::b␍␊' here\n");
    Finding coloured = make_error("code", {}, "red");
    CHECK(finding_text(coloured, Colour::always) == "\033[31merror[code]\033[0m: red\n");
}
