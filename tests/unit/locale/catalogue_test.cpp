#include "locale/catalogue.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include "unit/locale/languages.h"

using namespace regioscope;
using namespace regioscope::locale;

namespace {

std::vector<std::string> lines_of(const Findings& findings) {
    std::vector<std::string> lines;
    for (const Finding& finding : findings.all())
        lines.push_back(finding.code + ": " + finding.message);
    return lines;
}

Catalogue small(const std::string& language, std::vector<MessageSource> messages, Findings& findings) {
    return Catalogue::compile(language, messages, findings);
}

}  // namespace

TEST_CASE("the report's languages have the same messages with the same arguments") {
    Findings findings;
    const Catalogue en = catalogue_of("en", findings);
    for (const char* other : {"nl", "de"}) {
        const Catalogue catalogue = catalogue_of(other, findings);
        CHECK(missing_ids(en, catalogue).empty());
        CHECK(missing_ids(catalogue, en).empty());
        check_arguments(en, catalogue, findings);
        check_arguments(catalogue, en, findings);
    }
    INFO(all_text(findings));
    CHECK(findings.all().empty());
    CHECK(en.ids().size() > 400);
}

TEST_CASE("every message that code and templates name by its id is there") {
    namespace fs = std::filesystem;
    Findings findings;
    const Catalogue nl = catalogue_of("nl", findings);
    // message("nav.home"), message_pieces("…"), and t("nav.home") in templates.
    const std::regex call(R"re(\b(?:message|message_pieces|t)\(\s*"([a-z0-9-]+(?:\.[a-z0-9-]+)+)")re");
    int found = 0;
    for (const char* folder : {"generator", "templates"}) {
        const fs::path root = fs::path(REGIOSCOPE_SOURCE_DIR) / folder;
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
            if (!entry.is_regular_file() || entry.path().extension() == ".py") continue;
            std::ifstream file(entry.path());
            std::stringstream content;
            content << file.rdbuf();
            const std::string text = content.str();
            for (std::sregex_iterator match(text.begin(), text.end(), call), end; match != end; ++match) {
                const std::string id = (*match)[1];
                CAPTURE(entry.path().string());
                CAPTURE(id);
                CHECK(nl.find(id) != nullptr);
                ++found;
            }
        }
    }
    CHECK(found > 50);
}

TEST_CASE("no two statuses share a sign, and only the normal one has none") {
    for (const char* tag : {"nl", "de", "en"}) {
        CAPTURE(tag);
        const Locale& locale = language(tag);
        std::map<std::string, char> seen;
        for (const char code : std::string("ABDEFGHIJKLMNOPQSUVW")) {
            CAPTURE(code);
            CHECK_FALSE(locale.status_name(code).empty());
            const std::string sign = locale.status_sign(code);
            CHECK(sign.empty() == (code == 'A'));
            CHECK(seen.emplace(sign, code).second);
        }
        CHECK(locale.status_name('C').empty());
        CHECK(locale.status_sign('?').empty());
    }
    CHECK(language("de").status_sign('E') == "s");
    CHECK(language("nl").status_sign('P') == "*");
}

TEST_CASE("language files are read with their places") {
    SourceLibrary library;
    const SourceText& source =
        library.add("site/languages/xx.json",
                    R"({"$schema": "s", "a.b": "text", "a.c": 5, "a.d": "{x", "a.b": "again"})");
    Findings findings;
    const auto messages = read_messages(source, findings);
    const Catalogue catalogue = Catalogue::compile("xx", messages, findings);
    CHECK(catalogue.language() == "xx");
    CHECK(catalogue.find("a.b") != nullptr);
    CHECK(catalogue.find("a.d") == nullptr);
    CHECK(catalogue.find("$schema") == nullptr);
    findings.sort();
    std::vector<std::string> codes;
    for (const Finding& finding : findings.all())
        codes.push_back(finding.code);
    CHECK(std::find(codes.begin(), codes.end(), "wrong-type") != codes.end());
    CHECK(std::find(codes.begin(), codes.end(), "duplicate-key") != codes.end());
    const auto broken = std::find_if(findings.all().begin(), findings.all().end(),
                                     [](const Finding& finding) { return finding.code == "broken-message"; });
    REQUIRE(broken != findings.all().end());
    CHECK(broken->span.text() == "\"{x\"");
}

TEST_CASE("a message asks for no argument that it is not given") {
    Findings findings;
    const Catalogue nl =
        small("nl", {{"nav.skip", "a", {}}, {"rank.of", "{rank} van {count}", {}}}, findings);
    const Catalogue de =
        small("de", {{"nav.skpi", "{x}", {}}, {"rank.of", "{rang} von {count}", {}}}, findings);
    REQUIRE(findings.all().empty());
    check_arguments(nl, de, findings);
    CHECK(lines_of(findings) ==
          std::vector<std::string>{
              "message-mismatch: message 'rank.of' is never given '{rang}' (did you mean 'rank'?)"});
    CHECK(missing_ids(nl, de) == std::vector<std::string_view>{"nav.skip"});
}

TEST_CASE("a language says what its file does not in the words of another, by that one's rules") {
    Findings findings;
    const auto fr = Locale::make(
        "fr",
        Catalogue::compile(
            "fr", {{"nav.home", "Accueil", {}}, {"amount.about.sentence", "environ {number}", {}}}, findings),
        findings, &language("en"));
    INFO(all_text(findings));
    REQUIRE(fr);
    CHECK(*fr->message("nav.home") == "Accueil");
    CHECK(*fr->message("nav.skip") == "Skip to content");
    CHECK(fr->has_message("nav.skip"));
    CHECK_FALSE(fr->has_message("nav.skpi"));
    CHECK(fr->message("nav.skpi").finding().code == "missing-message");
    Display display;
    display.decimals = 1;
    CHECK(fr->amount({Amount::Kind::about, decimal("7.2"), {}}, Unit::percent(), display) ==
          "environ 7,2\u00a0%");
    CHECK(fr->amount({Amount::Kind::more_than, decimal("7"), {}}, {}) == "more than\u00a07");
    // French knows no "2nd" and no "3rd": English rules choose between English endings.
    CHECK(fr->ordinal(2) == "2nd");
    CHECK(fr->name() == "Français");
    CHECK(language("nl").name() == "Nederlands");
    CHECK(fr->quoted("x") == "“x”");
}

TEST_CASE("a repeated id is a finding") {
    Findings findings;
    small("nl", {{"a.b", "x", {}}, {"a.b", "y", {}}}, findings);
    CHECK(lines_of(findings) ==
          std::vector<std::string>{"duplicate-message: message 'a.b' is there already"});
}

TEST_CASE("a locale says what its catalogue lacks") {
    Findings findings;
    auto messages = small_messages();
    messages[0] = {"number.ordinals", "{number}.", {}};
    messages[2].pattern = "{low} to {hihg}";
    CHECK(Locale::make("nl", Catalogue::compile("nl", messages, findings), findings) == nullptr);
    CHECK(lines_of(findings) ==
          std::vector<std::string>{"message-mismatch: message 'amount.range.sentence' is never given "
                                   "'{hihg}' (did you mean 'high'?)",
                                   "missing-message: language 'nl' has no message 'number.ordinal' (did you "
                                   "mean 'number.ordinals'?)"});
}

TEST_CASE("unknown languages are refused") {
    for (const char* tag : {"xx", "", "nederlands", "nl_NL!", "qqq-ZZ", "../nl"}) {
        CAPTURE(tag);
        Findings findings;
        CHECK(Locale::make(tag, Catalogue::compile("nl", small_messages(), findings), findings) == nullptr);
        REQUIRE(findings.all().size() == 1);
        CHECK(findings.all()[0].code == "unknown-language");
    }
    Findings findings;
    auto messages = small_messages();
    messages.push_back({"language.formats", "zz", {}});
    CHECK(Locale::make("nl", Catalogue::compile("nl", messages, findings), findings) == nullptr);
    CHECK(findings.count(Severity::error) == 1);
}
