#include "base/json.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "base/finding_text.h"

using namespace regioscope;

namespace {

struct Parsed {
    std::unique_ptr<SourceText> source;
    Findings findings;
    std::optional<json::Value> value;

    std::string text() const {
        std::string all;
        for (const Finding& finding : findings.all())
            all += finding_text(finding);
        return all;
    }
};

Parsed parse(std::string text) {
    Parsed parsed;
    parsed.source = std::make_unique<SourceText>("x.json", std::move(text));
    parsed.value = json::parse(*parsed.source, parsed.findings);
    return parsed;
}

/// Every span covers exactly the spelling of its value.
void check_spans(const json::Value& value) {
    const std::string_view text = value.span.text();
    REQUIRE_FALSE(text.empty());
    switch (value.kind) {
        case json::Kind::null:
            CHECK(text == "null");
            break;
        case json::Kind::boolean:
            CHECK(text == (value.boolean ? "true" : "false"));
            break;
        case json::Kind::number:
            CHECK(text == value.text);
            break;
        case json::Kind::text:
            CHECK((text.front() == '"' && text.back() == '"'));
            break;
        case json::Kind::list:
            CHECK((text.front() == '[' && text.back() == ']'));
            break;
        case json::Kind::object:
            CHECK((text.front() == '{' && text.back() == '}'));
            break;
    }
    for (const json::Value& item : value.items)
        check_spans(item);
    for (const json::Member& member : value.members) {
        CHECK(member.key_span.text() == "\"" + member.key + "\"");
        check_spans(member.value);
    }
}

}  // namespace

TEST_CASE("every value and every key knows where it stood") {
    const Parsed parsed = parse(
        "\t{ \"a\" :[1 , -2.50e1,\r\n\"x\\\"]\\\\\" ,{}, [ ]],\n \"é\":{\"b\":null,\"c\": "
        "true},\"d\":false}\n");
    CHECK(parsed.text() == "");
    REQUIRE(parsed.value);
    check_spans(*parsed.value);
    const json::Value& list = parsed.value->members[0].value;
    REQUIRE(list.items.size() == 5);
    CHECK(list.items[1].text == "-2.50e1");
    CHECK(list.items[2].text == "x\"]\\");
    CHECK(list.items[2].span.text() == R"("x\"]\\")");
    const Span deep = parsed.value->members[1].value.members[1].value.span;
    CHECK(deep.source->position(deep.begin).line == 3);
    CHECK(deep.source->position(deep.begin).column == 21);
}

TEST_CASE("keys keep the order of the file") {
    const Parsed parsed = parse(R"({"z": 1, "a": 2, "m": 3})");
    std::string order;
    for (const json::Member& member : parsed.value->members)
        order += member.key;
    CHECK(order == "zam");
    CHECK(parsed.value->find("a")->text == "2");
    CHECK(parsed.value->find("b") == nullptr);
}

TEST_CASE("numbers keep their digits") {
    const Parsed parsed = parse("[9.0, 1e3, -0, 123456789012345678901234567890, 0.1]");
    REQUIRE(parsed.value);
    CHECK(parsed.value->items[0].number.text() == "9.0");
    CHECK(parsed.value->items[1].number == Decimal(1000));
    CHECK(parsed.value->items[2].text == "-0");
    CHECK(parsed.value->items[4].number == Decimal::scaled(1, -1));
    CHECK(parse("1e999").text().find("number-out-of-range") != std::string::npos);
    CHECK(
        parse("[1e400, 1]").text().starts_with("x.json:1:2: error[number-out-of-range]: '1e400' is beyond"));
}

TEST_CASE("errors of syntax are found at their place") {
    struct Row {
        const char* text;
        const char* expected;
    };
    for (const Row& row : {
             Row{"",
                 "x.json:1:1: error[invalid-json]: unexpected end of file, expected '[', '{', or a value\n"},
             Row{"{\"a\": 1,}", "x.json:1:9: error[invalid-json]: unexpected '}', expected text in quotes\n"},
             Row{"[1, 2,]",
                 "x.json:1:7: error[invalid-json]: unexpected ']', expected '[', '{', or a value\n"},
             Row{"{\"a\" 1}", "x.json:1:6: error[invalid-json]: unexpected number, expected ':'\n"},
             Row{"{'a': 1}",
                 "x.json:1:2: error[invalid-json]: a word that is no value, expected text in quotes\n"},
             Row{"{\"a\": 01}", "x.json:1:8: error[invalid-json]: unexpected number, expected '}'\n"},
             Row{"{\"a\": 1} x",
                 "x.json:1:10: error[invalid-json]: a word that is no value, expected end of file\n"},
             Row{"\"a\nb\"",
                 "x.json:1:3: error[invalid-json]: invalid string: control character U+000A (LF) must be "
                 "escaped to \\u000A or \\n\n"},
             Row{"[1.]", "x.json:1:4: error[invalid-json]: invalid number, expected digit after '.'\n"},
             Row{"[\n1\n", "x.json:2:2: error[invalid-json]: unexpected end of file, expected ']'\n"},
         }) {
        INFO(row.text);
        const Parsed parsed = parse(row.text);
        CHECK_FALSE(parsed.value);
        REQUIRE(parsed.findings.all().size() == 1);
        CHECK(finding_text(parsed.findings.all()[0]).starts_with(row.expected));
    }
}

TEST_CASE("a bracket that is not closed is shown") {
    const Parsed parsed = parse("{\"a\": [1,\n 2");
    REQUIRE(parsed.findings.all().at(0).notes.size() == 1);
    CHECK(parsed.findings.all()[0].notes[0].span.begin == 6);
}

TEST_CASE("a comma too many is shown where it stands") {
    const Parsed parsed = parse("{\"a\": 1,\n}");
    REQUIRE(parsed.findings.all().at(0).notes.size() == 1);
    CHECK(parsed.findings.all()[0].notes[0].span.text() == ",");
}

TEST_CASE("duplicate keys are all reported, and the first one counts") {
    const Parsed parsed = parse(R"({"a": 1, "a": {"b": 1, "b": 2}, "c": 3, "a": [1]})");
    REQUIRE(parsed.value);
    CHECK(parsed.findings.all().size() == 3);
    for (const Finding& finding : parsed.findings.all())
        CHECK(finding.code == "duplicate-key");
    CHECK(parsed.value->members.size() == 2);
    CHECK(parsed.value->find("a")->text == "1");
    CHECK(parsed.value->find("c")->text == "3");
}

TEST_CASE("an object of very many keys is read in linear time and finds its duplicates") {
    std::string text = "{";
    for (int i = 0; i < 100000; ++i)
        text += "\"k" + std::to_string(i) + "\": 1, ";
    const Parsed parsed = parse(text + "\"k99999\": 2, \"k0\": 3}");
    CHECK(parsed.findings.all().size() == 2);
    CHECK(parsed.value->members.size() == 100000);
}

TEST_CASE("a byte-order mark in front is skipped") {
    const Parsed parsed = parse("\xEF\xBB\xBF{\"a\": [1]}");
    CHECK(parsed.text() == "");
    REQUIRE(parsed.value);
    check_spans(*parsed.value);
}

TEST_CASE("what is not UTF-8 is told with its byte") {
    for (const char* const text : {"\"\xE9\"", "\"\xC0\x80\"", "\"\xED\xA0\x80\"", "\"\xF5\x80\x80\x80\"",
                                   "\"a\x80\"", "\xFF\xFE{}"}) {
        const Parsed parsed = parse(text);
        CHECK_FALSE(parsed.value);
        CHECK(parsed.findings.all().at(0).code == "invalid-utf8");
    }
    CHECK(parse("\"\\ud800\"").findings.all().at(0).code == "invalid-json");
}

TEST_CASE("a NUL does not end the file in silence") {
    for (const std::string& text :
         {std::string("{}") + '\0' + "{\"a\": 1}", std::string("[1, ") + '\0' + "2]"}) {
        const SourceText source("x.json", text);
        Findings findings;
        CHECK_FALSE(json::parse(source, findings));
        REQUIRE(findings.all().size() == 1);
        CHECK(findings.all()[0].code == "invalid-text");
        CHECK(findings.all()[0].span.begin == text.find('\0'));
    }
}

TEST_CASE("nesting has an end") {
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    CHECK(parse(nested(json::max_depth)).text() == "");
    CHECK(parse(nested(json::max_depth + 1)).findings.all().at(0).code == "too-deep");
    CHECK(parse(std::string(1000000, '[')).findings.all().at(0).code == "too-deep");
}

TEST_CASE("cut anywhere, a file gives findings and never a crash") {
    const std::string text =
        "{\"a\": [1, -2.5e3, \"x\\u00e9\\\"\", {\"b\": null, \"é\": true}], \"c\": false}";
    for (std::size_t length = 0; length < text.size(); ++length) {
        const Parsed parsed = parse(text.substr(0, length));
        CHECK_FALSE(parsed.value);
        CHECK_FALSE(parsed.findings.all().empty());
        for (const Finding& finding : parsed.findings.all()) {
            CHECK(finding.span.begin <= length);
            CHECK(finding.span.end <= length);
        }
    }
}
