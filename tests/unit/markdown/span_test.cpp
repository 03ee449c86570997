// Places are exact: whatever the text, every construct's span holds its own source.
#include <doctest/doctest.h>

#include <random>
#include <set>
#include <string>
#include <vector>

#include "unit/markdown/invariants.h"

namespace regioscope::markdown {

namespace {

constexpr std::string_view pieces[] = {"a",
                                       "b ",
                                       "word",
                                       " ",
                                       " ",
                                       "\n",
                                       "\n",
                                       "\n\n",
                                       "  \n",
                                       "\\\n",
                                       "*",
                                       "**",
                                       "_",
                                       "~~",
                                       "`",
                                       "``",
                                       "[",
                                       "]",
                                       "(",
                                       ")",
                                       "](x)",
                                       "](claim:a)",
                                       "](<x> \"t\")",
                                       "](x 'ti\ntle')",
                                       "[ref]",
                                       "![",
                                       "!",
                                       "<",
                                       ">",
                                       "> ",
                                       "- ",
                                       "1. ",
                                       "   ",
                                       "    ",
                                       "\t",
                                       "# ",
                                       "## ",
                                       "\n===\n",
                                       "\n---\n",
                                       "|",
                                       "\\|",
                                       "| a |",
                                       "\n|-|-|\n",
                                       "\n|---|\n",
                                       "{{ x }}",
                                       "{{ f('a') }}",
                                       "{{",
                                       "}}",
                                       "\\{{",
                                       "[@src]",
                                       "[@src, T 2; @b#c]",
                                       "[@",
                                       "@",
                                       ":",
                                       "https://x.org/a_b",
                                       "http://",
                                       "<https://x.org>",
                                       "&amp;",
                                       "&",
                                       "&#35;",
                                       "&nosuch;",
                                       "\\*",
                                       "\\",
                                       "\\\\",
                                       "[^1]",
                                       "[^n]",
                                       "\n\n[^1]: note ",
                                       "\n\n[ref]: /url 'title'\n",
                                       "é",
                                       "€",
                                       "<b>",
                                       "<!-- c -->",
                                       "waive:",
                                       "\r\n",
                                       "\"",
                                       "'",
                                       "{{ if x }}",
                                       "{{ end }}",
                                       "{{ figure('f') }}",
                                       "[!aside]",
                                       "~",
                                       "+ ",
                                       "```\n",
                                       "\xC2\xA0"};

std::string random_text(std::mt19937& random) {
    std::uniform_int_distribution<std::size_t> piece(0, std::size(pieces) - 1);
    std::uniform_int_distribution<int> length(1, 40);
    std::string text;
    for (int i = length(random); i > 0; --i)
        text += pieces[piece(random)];
    return text;
}

bool has(const Findings& findings, std::string_view code) {
    for (const Finding& finding : findings.all())
        if (finding.code == code) return true;
    return false;
}

/// The same text as it would stand in a JSON file.
std::string as_json(std::string_view text) {
    std::string out = "{\"en\": \"";
    for (const char c : text) {
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                out += c;
        }
    }
    return out + "\"}";
}

}  // namespace

TEST_CASE("spans of random texts hold their own source") {
    std::mt19937 random(20261121);
    const char* const wish = std::getenv("REGIOSCOPE_ROUNDS");
    const int rounds = wish == nullptr ? 20000 : std::atoi(wish);
    for (int round = 0; round < rounds; ++round) {
        const SourceText source("text.md", random_text(random));
        const Span whole{&source, 0, static_cast<std::uint32_t>(source.text().size())};
        Findings findings;
        const Document document = parse(whole, Mode::fragment, findings);
        const SpanInvariants invariants(document);
        INFO("text: " << as_json(source.text()));
        INFO(invariants.broken());
        REQUIRE(invariants.hold());
        REQUIRE_FALSE(has(findings, "unreadable-text"));
        for (const Finding& finding : findings.all())
            REQUIRE((finding.span.begin <= finding.span.end && finding.span.end <= source.text().size()));
    }
}

TEST_CASE("a text in JSON is read like the same text in a file") {
    std::mt19937 random(7);
    for (int round = 0; round < 5000; ++round) {
        const SourceText plain("text.md", random_text(random));
        const SourceText json("text.json", as_json(plain.text()));
        Findings in_file;
        Findings in_json;
        const Document a =
            parse({&plain, 0, static_cast<std::uint32_t>(plain.text().size())}, Mode::fragment, in_file);
        const Document b = parse_json_string({&json, 7, static_cast<std::uint32_t>(json.text().size()) - 1},
                                             Mode::fragment, in_json);
        INFO("text: " << json.text());
        std::multiset<std::string> codes_in_file;
        std::multiset<std::string> codes_in_json;
        for (const Finding& finding : in_file.all())
            codes_in_file.insert(finding.code);
        for (const Finding& finding : in_json.all())
            codes_in_json.insert(finding.code);
        REQUIRE(codes_in_file == codes_in_json);
        REQUIRE(a.mentions().values.size() == b.mentions().values.size());
        REQUIRE(a.mentions().links.size() == b.mentions().links.size());
        for (std::size_t i = 0; i < a.mentions().links.size(); ++i) {
            const std::string_view expected = a.mentions().links[i].span.text();
            const std::string found = as_json(expected);
            REQUIRE(b.mentions().links[i].span.text() == found.substr(8, found.size() - 10));
        }
    }
}

}  // namespace regioscope::markdown
