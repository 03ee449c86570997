#include "cli/preview/preview.h"

#include <doctest/doctest.h>

#include "cli/preview/content_type.h"

using namespace regioscope;
using cli::Preview;
using cli::Reply;

namespace {

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::vector<report::OutputFile> site(const std::string& words) {
    return {{"index.html", "<html><head></head><body>" + words + "</body></html>"},
            {"de/index.html", "<html><head></head><body>auf Deutsch</body></html>"},
            {"404.html", "<html><head></head><body>no such page</body></html>"},
            {"assets/report.css", "body {}"}};
}

Findings failure() {
    Findings findings;
    findings.error("unknown-region", {}, "no region '<script>alert(1)</script>'");
    return findings;
}

}  // namespace

TEST_CASE("pages and files are answered as what they are") {
    Preview preview(0);
    preview.show(site("hello"));
    const Reply page = preview.answer("/", "");
    CHECK(page.status == 200);
    CHECK(page.type == "text/html; charset=utf-8");
    CHECK(contains(page.body, "hello"));
    const Reply style = preview.answer("/assets/report.css", "");
    CHECK(style.type == "text/css; charset=utf-8");
    CHECK(style.body == "body {}");
    CHECK(contains(preview.answer("/de/", "").body, "auf Deutsch"));
    CHECK(preview.answer("/de", "").status == 301);
    CHECK(preview.answer("/de", "").location == "/de/");
}

TEST_CASE("nothing but the site can be reached") {
    Preview preview(0);
    preview.show(site("hello"));
    for (const char* const path : {"/../etc/passwd", "/assets/../../x", "/etc/passwd", "//etc/passwd",
                                   "/missing.html", "/.preview/", "/.preview/last-good/../../x"}) {
        const Reply reply = preview.answer(path, "");
        CHECK(reply.status == 404);
        CHECK(contains(reply.body, "no such page"));
    }
}

TEST_CASE("a page asks for a reload exactly when something newer is shown") {
    Preview preview(41);
    preview.show(site("first"));
    CHECK(contains(preview.answer("/", "").body,
                   "<script defer src=\"/.preview/reload.js?shown=42\"></script>\n</head>"));
    CHECK(preview.answer("/.preview/reload.js", "").type == "text/javascript; charset=utf-8");
    CHECK(preview.answer("/.preview/changed.js", "42").body.empty());
    preview.show(site("second"));
    CHECK(preview.answer("/.preview/changed.js", "42").body == "location.reload();\n");
    CHECK(preview.answer("/.preview/changed.js", "43").body.empty());
}

TEST_CASE("a failed build is shown as findings, and the last good site stays within reach") {
    Preview preview(0);
    preview.show(site("hello"));
    preview.show_failure(failure());
    for (const char* const path : {"/", "/de/", "/missing.html"}) {
        const Reply reply = preview.answer(path, "");
        CHECK(reply.status == 500);
        CHECK(contains(reply.body, "error[unknown-region]"));
        CHECK(contains(reply.body, "&lt;script&gt;alert(1)"));
        CHECK_FALSE(contains(reply.body, "<script>alert"));
        CHECK(contains(reply.body, "reload.js?shown=2"));
    }
    CHECK(preview.answer("/assets/report.css", "").status == 200);
    CHECK(contains(preview.answer("/.preview/last-good/", "").body, "hello"));
    CHECK(contains(preview.answer("/.preview/last-good/de/", "").body, "auf Deutsch"));
    CHECK(preview.answer("/.preview/last-good/de", "").location == "/.preview/last-good/de/");

    preview.show(site("mended"));
    CHECK(contains(preview.answer("/", "").body, "mended"));
}

TEST_CASE("before any good build there are only findings") {
    Preview preview(0);
    preview.show_failure(failure());
    CHECK(preview.answer("/", "").status == 500);
    CHECK(preview.answer("/.preview/last-good/", "").status == 404);
}

TEST_CASE("only names of this machine are answered") {
    for (const char* const host : {"localhost", "localhost:8000", "127.0.0.1", "127.0.0.1:9"})
        CHECK(cli::is_local_host(host));
    for (const char* const host :
         {"", "evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.evil.example",
          "localhost:evil", "[::1]:8000", "evil.example:localhost"})
        CHECK_FALSE(cli::is_local_host(host));
}

TEST_CASE("files of no known kind are to be downloaded") {
    CHECK(cli::content_type("a/b.svg") == "image/svg+xml");
    CHECK(cli::content_type("data/catalog.ttl") == "text/turtle; charset=utf-8");
    CHECK(cli::content_type("a.html.unknown") == "application/octet-stream");
    CHECK(cli::content_type("html") == "application/octet-stream");
}
