#include "cli/finding_formats.h"

#include <doctest/doctest.h>

#include "base/json.h"
#include "base/source.h"

using namespace regioscope;

namespace {

const SourceText table("datasets/tables/x.json", "{\n  \"rëgion\": \"twent\"\n}\n");

Findings one_of_each() {
    Findings findings;
    findings.error("unknown-region", Span{&table, 15, 22}, "no region 'twent' (did you mean 'twente'?)")
        .note("the regions are declared here", Span{&table, 0, 1})
        .note("a remark");
    Finding elsewhere = make_warning("missing-page", {}, "no page, 100% sure");
    elsewhere.file = "site/narrative/de/a,b.md";
    findings.add(std::move(elsewhere));
    Finding accepted = make_warning("check-failed", {}, "sums do not add up");
    accepted.severity = Severity::note;
    accepted.accepted = "rounded in print";
    findings.add(std::move(accepted));
    return findings;
}

std::string text_at(const json::Value& object, std::string_view key) {
    return object.find(key)->text;
}

}  // namespace

TEST_CASE("JSON has the keys of the contract, with places as people count") {
    SourceLibrary library;
    Findings problems;
    const auto all = json::parse(library.add("findings", cli::findings_json(one_of_each())), problems);
    REQUIRE(all);
    REQUIRE(all->kind == json::Kind::list);
    REQUIRE(all->items.size() == 3);

    const json::Value& first = all->items[0];
    CHECK(text_at(first, "code") == "unknown-region");
    CHECK(text_at(first, "severity") == "error");
    CHECK(text_at(first, "file") == "datasets/tables/x.json");
    CHECK(text_at(first, "line") == "2");
    CHECK(text_at(first, "column") == "13");  // in code points: ë is one
    CHECK(text_at(first, "message") == "no region 'twent' (did you mean 'twente'?)");
    REQUIRE(first.find("notes")->items.size() == 2);
    CHECK(text_at(first.find("notes")->items[0], "line") == "1");
    CHECK(text_at(first.find("notes")->items[1], "message") == "a remark");
    CHECK(first.find("notes")->items[1].find("file") == nullptr);
    CHECK(first.find("accepted") == nullptr);

    CHECK(text_at(all->items[1], "file") == "site/narrative/de/a,b.md");
    CHECK(text_at(all->items[1], "line") == "0");
    CHECK(text_at(all->items[2], "severity") == "note");
    CHECK(text_at(all->items[2], "accepted") == "rounded in print");
}

TEST_CASE("no findings are an empty array") {
    CHECK(cli::findings_json({}) == "[]\n");
    CHECK(cli::findings_github({}).empty());
}

TEST_CASE("bytes that are no UTF-8 do not break the JSON") {
    Findings findings;
    findings.error("invalid-utf8", {}, "the byte '\xFF' is no text");
    SourceLibrary library;
    Findings problems;
    CHECK(json::parse(library.add("findings", cli::findings_json(findings)), problems));
    CHECK(problems.all().empty());
}

TEST_CASE("GitHub gets a command a line, with what is special escaped") {
    CHECK(
        cli::findings_github(one_of_each()) ==
        "::error file=datasets/tables/x.json,line=2,col=13,title=unknown-region::no region 'twent' (did you "
        "mean 'twente'?)%0Athe regions are declared here%0Aa remark\n"
        "::warning file=site/narrative/de/a%2Cb.md,title=missing-page::no page, 100%25 sure\n"
        "::notice title=check-failed::sums do not add up%0Aaccepted: rounded in print\n");
}

TEST_CASE("what data say writes no line, no control and no change of direction into any format") {
    Findings findings;
    findings.error("code", {}, "no 'x\n::error::\033[2J\xE2\x80\xAE' here");
    CHECK(cli::findings_github(findings) == "::error title=code::no 'x␊::error::␛[2J\xEF\xBF\xBD' here\n");
    const std::string json = cli::findings_json(findings);
    CHECK(json.find("x\\n::error::\\u001b[2J\\u202e' here") != std::string::npos);
    CHECK(json.find("\xE2\x80\xAE") == std::string::npos);
}

TEST_CASE("GitHub looks for files from the current folder") {
    Findings findings;
    findings.error("unknown-region", Span{&table, 0, 1}, "no");
    const auto file_for = [&](std::string_view project) {
        const std::string text = cli::findings_github(findings, project);
        return text.substr(13, text.find(',') - 13);
    };
    CHECK(file_for(".") == "datasets/tables/x.json");
    CHECK(file_for("./") == "datasets/tables/x.json");
    CHECK(file_for("reports/one/") == "reports/one/datasets/tables/x.json");
    CHECK(file_for("./one") == "one/datasets/tables/x.json");
    CHECK(file_for("/srv") == "/srv/datasets/tables/x.json");
}
