#include "report/page.h"

#include <doctest/doctest.h>

using namespace regioscope;
using namespace regioscope::report;

namespace {

Page page_at(std::string path, Span origin = {}) {
    Page page;
    page.path = std::move(path);
    page.origin = origin;
    return page;
}

}  // namespace

TEST_CASE("pages stand in the order in which they were planned, and are found by their paths") {
    Plan plan;
    Findings findings;
    for (const char* const path : {"index.html", "regions/twente.html", "404.html"})
        plan.add(page_at(path), findings);
    CHECK(findings.all().empty());
    REQUIRE(plan.pages().size() == 3);
    CHECK(plan.pages()[1].path == "regions/twente.html");
    CHECK(plan.find("404.html") == &plan.pages()[2]);
    CHECK(plan.find("regions/drenthe.html") == nullptr);
}

TEST_CASE("of two pages with one path the first is planned, and the other told with both places") {
    const SourceText text("site/narrative/nl/data.md", "# Data");
    const SourceText declared("site/figures/data.json", "{}");
    Plan plan;
    Findings findings;
    plan.add(page_at("data.html", {&declared, 0, 2}), findings);
    plan.add(page_at("data.html", {&text, 0, 6}), findings);
    CHECK(plan.pages().size() == 1);
    REQUIRE(findings.all().size() == 1);
    const Finding& finding = findings.all().front();
    CHECK(finding.code == "path-collision");
    CHECK(finding.span == Span{&text, 0, 6});
    CHECK(finding.subject == "data.html");
    CHECK(finding.notes.back().span == Span{&declared, 0, 2});
}

TEST_CASE("where nobody asked for the page that lost, the finding stands where the other was asked for") {
    const SourceText text("site/narrative/nl/data.md", "# Data");
    Plan plan;
    Findings findings;
    plan.add(page_at("data.html", {&text, 0, 6}), findings);
    plan.add(page_at("data.html"), findings);
    plan.add(page_at("index.html"), findings);
    plan.add(page_at("index.html"), findings);
    REQUIRE(findings.all().size() == 2);
    CHECK(findings.all()[0].span == Span{&text, 0, 6});
    CHECK(findings.all()[1].file == "index.html");
}

TEST_CASE("a chain passes over pages that are not planned, and its ends lead nowhere") {
    Plan plan;
    Findings findings;
    for (const char* const path : {"a.html", "b.html", "c.html"})
        plan.add(page_at(path), findings);
    plan.chain({"c.html", "nowhere.html", "a.html"});
    CHECK(plan.find("c.html")->previous.empty());
    CHECK(plan.find("c.html")->next == "a.html");
    CHECK(plan.find("a.html")->previous == "c.html");
    CHECK(plan.find("a.html")->next.empty());
    CHECK(plan.find("b.html")->next.empty());
}
