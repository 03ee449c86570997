#include "markdown/target.h"

#include <doctest/doctest.h>

#include "markdown/render.h"
#include "unit/markdown/fake_resolver.h"
#include "unit/markdown/reading_aid.h"

namespace regioscope::markdown {

namespace {

std::string code_for(std::string_view url) {
    const auto target = read_target(url);
    const auto* bad = std::get_if<BadTarget>(&target);
    return bad == nullptr ? "" : std::string(bad->code);
}

}  // namespace

TEST_CASE("addresses lead where they say") {
    const auto page = std::get<Target>(read_target("page:regions/twente#work"));
    CHECK(page.kind == Target::Kind::page);
    CHECK(page.path == "regions/twente");
    CHECK(page.anchor == "work");
    CHECK(std::get<Target>(read_target("HTTPS://Example.org/x")).kind == Target::Kind::web);
    CHECK(std::get<Target>(read_target("#work")).kind == Target::Kind::file);
    CHECK(std::get<Target>(read_target("#work")).path.empty());
    CHECK(std::get<Target>(read_target("../a/b.md?x:y")).kind == Target::Kind::file);
    CHECK(std::get<Target>(read_target("claim:a-b")).path == "a-b");
}

TEST_CASE("addresses that could run something or leave the host are refused") {
    for (const std::string_view url : {"javascript:alert(1)",
                                       "JavaScript:x",
                                       "jAvAsCrIpT:x",
                                       "data:text/html,x",
                                       "vbscript:x",
                                       "file:///etc/passwd",
                                       "blob:x",
                                       "about:blank",
                                       "//host/x",
                                       "///host",
                                       "/x",
                                       "\\\\host",
                                       "\\x",
                                       "java\tscript:x",
                                       "java\nscript:x",
                                       "\tjavascript:x",
                                       " javascript:x",
                                       "\x01javascript:x",
                                       "javascript&colon;x",
                                       "https://a\nb",
                                       "a b",
                                       "\xFFx",
                                       "x\x7F",
                                       "ftp://x",
                                       "x:y",
                                       ":x",
                                       "tel:1"}) {
        CAPTURE(url);
        CHECK(code_for(url) == "unsafe-link");
    }
    for (const std::string_view url : {"", "claim:", "claim:A", "claim:a b", "figure:../x", "term:\"",
                                       "page:", "page:/x", "page:../x", "page:a//b", "page:#x"}) {
        CAPTURE(url);
        CHECK(code_for(url) == "broken-link");
    }
}

TEST_CASE("no spelling of a script's address gets into the page") {
    for (const std::string scheme :
         {"javascript:", "JAVASCRIPT:", "java&#115;cript:", "java&#x73;cript:", "&#106;avascript:",
          "javascript&colon;", "javascript&#58;",
          "java\\script:", "java&Tab;script:", "java&NewLine;script:", "\\&#106;avascript:"}) {
        for (const std::string& text :
             {"[x](" + scheme + "alert(1))", "[x](<" + scheme + "alert(1)>)", "<" + scheme + "alert(1)>",
              "![x](" + scheme + "x)", "[x]\n\n[x]: " + scheme + "x", "[x][y]\n\n[y]: <" + scheme + "x>"}) {
            CAPTURE(text);
            const ReadText read(text);
            // Between `<` and `>` most of them make no link at all.
            CHECK((read.findings.has_errors() || text.front() == '<'));
            FakeResolver resolver;
            const std::string html = render(read.document, resolver).text();
            CHECK(html.find("href") == std::string::npos);
            CHECK(html.find("src=") == std::string::npos);
        }
    }
}

TEST_CASE("even a resolver cannot bring an unsafe address in") {
    class Hostile : public FakeResolver {
        LinkTag link(const Link&, Span) override {
            return {"javascript:alert(\"1\")", {{"data-x", "\"><script>"}}, {}};
        }
        ImageTag image(const Image&, Span) override { return {"data:image/svg+xml,x", 0, 0}; }
        std::string label(Label, const std::vector<std::string>&) override { return "\"><script>"; }
    } resolver;
    const ReadText read(
        "## Title \"><b\n\n[x](page:y \"\\\"><script>\") ![\\\"><script>](map.png) note[^1] <\n\n| a "
        "|\n|---|\n\n``` \"><script>\n```\n\n[^1]: x\n");
    const std::string html = render(read.document, resolver).text();
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("javascript:") == std::string::npos);
    CHECK(html.find("data:image") == std::string::npos);
}

}  // namespace regioscope::markdown
