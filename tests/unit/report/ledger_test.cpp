#include "report/ledger.h"

#include <doctest/doctest.h>

#include <memory>

#include "report/build.h"

using namespace regioscope;
using namespace regioscope::report;

namespace {

/// The report of this repository, which says claims in texts of every kind.
const Site& real_site() {
    static SourceLibrary library;
    static const std::unique_ptr<OpenedSite> opened = open_site(REGIOSCOPE_SOURCE_DIR, {}, library);
    REQUIRE(opened->site != nullptr);
    return *opened->site;
}

}  // namespace

TEST_CASE("the ledger has every claim of the project, in their order") {
    const Site& site = real_site();
    REQUIRE(site.ledger.size() == site.project->claims.size());
    for (std::size_t i = 0; i < site.ledger.size(); ++i)
        CHECK(site.ledger[i].claim == &site.project->claims[i]);
}

TEST_CASE("a mention stands at a link in its language, on a page that is planned") {
    const Site& site = real_site();
    std::size_t count = 0;
    for (const LedgerEntry& entry : site.ledger) {
        for (const ClaimMention& mention : entry.mentions) {
            ++count;
            CAPTURE(entry.claim->id);
            CHECK(mention.span.text().starts_with("["));
            CHECK(mention.span.text().find("claim:" + entry.claim->id) != std::string_view::npos);
            CHECK(mention.language < site.language_count());
            CHECK_FALSE(mention.words.empty());
            if (!mention.page.empty()) CHECK(site.plan.find(mention.page) != nullptr);
        }
    }
    CHECK(count > site.ledger.size());
}

TEST_CASE("a claim that the edition judges has a page that shows what it rests on") {
    const Site& site = real_site();
    for (const LedgerEntry& entry : site.ledger) {
        CAPTURE(entry.claim->id);
        if (entry.verdict == nullptr || entry.mentions.empty()) continue;
        CHECK(site.plan.find(entry.evidence) != nullptr);
    }
}

TEST_CASE("words are read where their owner is shown") {
    using Kind = data::Owner::Kind;
    const Site& site = real_site();
    const data::Dataset& dataset = site.dataset();
    CHECK(owner_page(dataset, {Kind::profile, "twente"}) == "regions/twente.html");
    CHECK(owner_page(dataset, {Kind::goal, "any"}) == "goals.html");
    CHECK(owner_page(dataset, {Kind::unit, "percent"}).empty());
    for (const data::Source& source : dataset.sources)
        CHECK(owner_page(dataset, {Kind::source, source.id}) == "sources/" + source.id + ".html");
}
