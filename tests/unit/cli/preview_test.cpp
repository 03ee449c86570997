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

Findings failure(const std::string& file) {
    Findings findings;
    findings.error("unknown-region", {}, "no region '<script>alert(1)</script>'").file = file;
    return findings;
}

void show(Preview& preview, const std::string& words) {
    preview.show(site(words), {}, false);
}

}  // namespace

TEST_CASE("pages and files are answered as what they are") {
    Preview preview(0);
    show(preview, "hello");
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
    show(preview, "hello");
    for (const char* const path : {"/../etc/passwd", "/assets/../../x", "/etc/passwd", "//etc/passwd",
                                   "/missing.html", "/.preview/../../x"}) {
        const Reply reply = preview.answer(path, "");
        CHECK(reply.status == 404);
        CHECK(contains(reply.body, "no such page"));
    }
}

TEST_CASE("a page asks for a reload exactly when something newer is shown") {
    Preview preview(41);
    show(preview, "first");
    CHECK(contains(preview.answer("/", "").body,
                   "<script defer src=\"/.preview/reload.js?shown=42\"></script>\n</head>"));
    CHECK(preview.answer("/.preview/reload.js", "").type == "text/javascript; charset=utf-8");
    CHECK(preview.answer("/.preview/changed.js", "42").body.empty());
    show(preview, "second");
    CHECK(preview.answer("/.preview/changed.js", "42").body == "location.reload();\n");
    CHECK(preview.answer("/.preview/changed.js", "43").body.empty());
}

TEST_CASE("what is wrong stands on the page that it concerns, and all of it on a page of its own") {
    Preview preview(0);
    show(preview, "hello");
    preview.show({}, failure("site/narrative/de/index.md"), true);
    const Reply concerned = preview.answer("/de/", "");
    CHECK(concerned.status == 200);
    CHECK(contains(concerned.body, "auf Deutsch"));
    CHECK(contains(concerned.body, "1 on this page"));
    CHECK(contains(concerned.body, "&lt;script&gt;alert(1)"));
    CHECK_FALSE(contains(concerned.body, "<script>alert"));
    CHECK(contains(concerned.body, "reload.js?shown=2"));

    const std::string other = preview.answer("/", "").body;
    CHECK(contains(other, "hello"));
    CHECK_FALSE(contains(other, "on this page"));
    CHECK(contains(other, "<a href=\"/.preview/\">1 error in all</a>"));
    CHECK(preview.answer("/assets/report.css", "").body == "body {}");

    const std::string all = preview.answer("/.preview/", "").body;
    CHECK(contains(all, "error[unknown-region]"));
    CHECK(contains(all, "<a href=\"/de/index.html\">"));
    CHECK_FALSE(contains(all, "<script>alert"));

    show(preview, "mended");
    CHECK(contains(preview.answer("/", "").body, "mended"));
    CHECK_FALSE(contains(preview.answer("/", "").body, "regioscope-preview"));
    CHECK(contains(preview.answer("/.preview/", "").body, "no findings"));
}

TEST_CASE("of a failed build the pages that could be made are shown, the others as they were") {
    Preview preview(0);
    show(preview, "hello");
    auto made = site("new");
    made[1].content.clear();
    preview.show(std::move(made), failure(""), true);
    CHECK(contains(preview.answer("/", "").body, "new"));
    CHECK_FALSE(contains(preview.answer("/", "").body, "as it was before"));
    const std::string old = preview.answer("/de/", "").body;
    CHECK(contains(old, "auf Deutsch"));
    CHECK(contains(old, "as it was before"));
}

TEST_CASE("what declares a page, or is called like it, concerns it") {
    Preview preview(0);
    std::vector<report::OutputFile> files = {{"figures/jobs.html", "<body></body>", "site/figures/work.json"},
                                             {"regions/twente.html", "<body></body>"}};
    preview.show(files, failure("site/figures/work.json"), true);
    CHECK(contains(preview.answer("/figures/jobs.html", "").body, "1 on this page"));
    preview.show(files, failure("datasets/profiles/twente.json"), true);
    CHECK(contains(preview.answer("/regions/twente.html", "").body, "1 on this page"));
    CHECK_FALSE(contains(preview.answer("/figures/jobs.html", "").body, "on this page"));
}

TEST_CASE("before any good build there are only findings") {
    Preview preview(0);
    preview.show({}, failure("site/report.json"), true);
    CHECK(preview.answer("/", "").status == 500);
    CHECK(contains(preview.answer("/", "").body, "error[unknown-region]"));
}

TEST_CASE("only names of this machine are answered") {
    for (const char* const host : {"localhost", "localhost:8000", "LOCALHOST", "127.0.0.1", "127.0.0.1:9"})
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
