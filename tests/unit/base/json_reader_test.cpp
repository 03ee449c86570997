#include "base/json_reader.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

using namespace regioscope;

namespace {

/// Reads one object with `read` and tells the findings as `code: message` lines.
template <class Read>
std::string findings_of(const std::string& text, Read read) {
    const SourceText source("x.json", text);
    Findings findings;
    const auto value = json::parse(source, findings);
    REQUIRE(value);
    {
        json::ObjectReader reader(*value, findings);
        read(reader);
    }
    std::string all;
    for (const Finding& finding : findings.all())
        all += finding.code + ": " + finding.message + "\n";
    return all;
}

}  // namespace

TEST_CASE("what is asked for by name and type is given") {
    const std::string said =
        findings_of(R"({"text": "x", "number": 7.20, "flag": true, "list": [1], "none": null})",
                    [](json::ObjectReader& reader) {
                        CHECK(reader.optional_text("text") == "x");
                        CHECK(reader.optional_number("number")->text() == "7.20");
                        CHECK(reader.optional_boolean("flag") == true);
                        CHECK(reader.required_of("list", json::Kind::list)->items.size() == 1);
                        CHECK(reader.optional("none")->kind == json::Kind::null);
                        CHECK(reader.optional_text("absent") == std::nullopt);
                        CHECK(reader.has("text"));
                        CHECK_FALSE(reader.has("absent"));
                        CHECK(reader.span_of("number").text() == "7.20");
                        CHECK(reader.span_of("absent").text() == "{");
                    });
    CHECK(said == "");
}

TEST_CASE("missing, mistyped and unknown keys are all reported") {
    const std::string said = findings_of(R"({"nubmer": 1, "flag": "yes", "size": "7.5", "other": 1})",
                                         [](json::ObjectReader& reader) {
                                             CHECK(reader.required("number") == nullptr);
                                             CHECK_FALSE(reader.optional_boolean("flag"));
                                             CHECK_FALSE(reader.optional_number("size"));
                                         });
    CHECK(said ==
          "missing-key: the key 'number' is missing in this object\n"
          "wrong-type: expected true or false, got a text\n"
          "wrong-type: expected a number, got a text\n"
          "unknown-key: no key 'nubmer' here (did you mean 'number'?)\n"
          "unknown-key: no key 'other' here (there are 'flag', 'number', 'size')\n");
}

TEST_CASE("a number in quotes gets a way out") {
    const SourceText source("x.json", R"({"size": "7.5"})");
    Findings findings;
    const auto value = json::parse(source, findings);
    (void)json::ObjectReader(*value, findings).optional_number("size");
    REQUIRE(findings.all().at(0).notes.size() == 1);
    CHECK(findings.all()[0].notes[0].message == "write the number without quotes");
}

TEST_CASE("what is no object is reported once") {
    CHECK(findings_of("[1]", [](json::ObjectReader& reader) {
              CHECK(reader.required("a") == nullptr);
              CHECK(reader.optional("b") == nullptr);
          }) == "wrong-type: expected an object, got a list\n");
}

TEST_CASE("a word of a closed list is chosen by its place") {
    const SourceText source("x.json", R"(["study", "studi", 3])");
    Findings findings;
    const auto value = json::parse(source, findings);
    constexpr std::string_view words[] = {"context", "study"};
    CHECK(json::choose(value->items[0], words, "unknown-kind", findings) == 1);
    CHECK_FALSE(json::choose(value->items[1], words, "unknown-kind", findings));
    CHECK_FALSE(json::choose(value->items[2], words, "unknown-kind", findings));
    REQUIRE(findings.all().size() == 2);
    CHECK(findings.all()[0].message == "'studi' is none of context, study (did you mean 'study'?)");
    CHECK(findings.all()[1].code == "wrong-type");
}
