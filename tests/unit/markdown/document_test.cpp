#include "markdown/document.h"

#include <doctest/doctest.h>

#include "unit/markdown/reading_aid.h"

namespace regioscope::markdown {

TEST_CASE("mentions stand in order, with their sections and exact places") {
    const ReadText text(
        "Before {{ a }}.\n\n# Title\n\n[words](claim:one) {{ value( 'x',  \"y\" ) }}[^1]\n\n## Part\n\n{{ "
        "figure(\"chart\") }}\n\n"
        "[@src#part, Tabel 2; @b] ![A map](map.png) [12](waive: \"counted\")\n\n{{ if c > 1 }}\n\n### "
        "Sub\n\n[x](../y.md#z)\n\n{{ end }}\n\n"
        "[^1]: See [p](page:q).\n");
    CHECK(text.told() == Told{});
    const Document& document = text.document;
    const Mentions& mentions = document.mentions();

    REQUIRE(document.sections().size() == 4);
    CHECK(document.sections()[0].level == 0);
    CHECK(document.sections()[2].title == "Part");
    CHECK(document.sections()[2].parent == 1);
    CHECK(document.sections()[3].parent == 2);
    CHECK(document.sections()[3].anchor == "sub");
    CHECK(document.sections()[3].span.text() == "Sub");

    REQUIRE(mentions.values.size() == 3);
    CHECK(mentions.values[0].section == 0);
    CHECK(mentions.values[1].normalized == "value(\"x\",\"y\")");
    CHECK(mentions.values[1].span.text() == "{{ value( 'x',  \"y\" ) }}");
    CHECK(mentions.values[2].role == ValueMention::Role::condition);
    CHECK(mentions.values[2].section == 2);

    REQUIRE(mentions.links.size() == 3);
    CHECK(mentions.links[0].target.kind == Target::Kind::claim);
    CHECK(mentions.links[0].words == "words");
    CHECK(mentions.links[0].span.text() == "[words](claim:one)");
    CHECK(mentions.links[1].target.path == "../y.md");
    CHECK(mentions.links[1].target.anchor == "z");
    CHECK(mentions.links[1].section == 3);
    CHECK_MESSAGE(mentions.links[2].section == 1, "a footnote counts to the section of its mark");

    REQUIRE(mentions.figures.size() == 1);
    CHECK(mentions.figures[0].id == "chart");
    CHECK(mentions.figures[0].span.text() == "{{ figure(\"chart\") }}");
    REQUIRE(mentions.references.size() == 2);
    CHECK(mentions.references[0].reference.source == "src");
    CHECK(mentions.references[0].reference.part == "part");
    CHECK(mentions.references[0].reference.locator == "Tabel 2");
    CHECK(mentions.references[0].span.text() == "@src#part, Tabel 2");
    CHECK(mentions.references[1].span.text() == "@b");
    REQUIRE(mentions.images.size() == 1);
    CHECK(mentions.images[0].path == "map.png");
    REQUIRE(mentions.waivers.size() == 1);
    CHECK(mentions.waivers[0].reason == "counted");
    CHECK(mentions.waivers[0].words == "12");
}

TEST_CASE("anchors are unique, whatever headings are called") {
    const ReadText text("# A\n\n## A\n\n## A 2\n\n## A\n\n## {{ v }}\n\n## Één ÷ \"twee\"\n");
    std::vector<std::string> anchors;
    for (const Section& section : text.document.sections())
        anchors.push_back(section.anchor);
    CHECK(anchors == std::vector<std::string>{"", "a", "a-2", "a-2-2", "a-3", "section", "een-twee"});
}

TEST_CASE("a page has exactly one title") {
    CHECK(ReadText("# One\n", Mode::page).told() == Told{});
    CHECK(ReadText("# One\n\n# Two\n", Mode::page).told() == Told{"second-title at 'Two'"});
    CHECK(ReadText("Words.\n", Mode::page).told() == Told{"missing-title at ''"});
    CHECK(ReadText("", Mode::page).told() == Told{"missing-title at ''"});
    CHECK(ReadText("Words.\n").told() == Told{});
    CHECK(ReadText("# One\n", Mode::page).document.title() != nullptr);
}

TEST_CASE("a line holds words and no blocks") {
    CHECK(ReadText("Words *with* {{ value(1) }}, [@src] and [x](claim:y)", Mode::line).told() == Told{});
    CHECK(ReadText("", Mode::line).told() == Told{});
    CHECK(ReadText("- item", Mode::line).told() == Told{"block-in-text at '- item'"});
    CHECK(ReadText("1970. Opening", Mode::line).told() == Told{"block-in-text at '1970. Opening'"});
    CHECK(ReadText("1970\\. Opening", Mode::line).told() == Told{});
    CHECK(ReadText("One\n\ntwo", Mode::line).told() == Told{"block-in-text at 'two'"});
    CHECK(ReadText("{{ figure(\"x\") }}", Mode::line).told() ==
          Told{"figure-not-alone at '{{ figure(\"x\") }}'"});
    CHECK(ReadText("{{ if x }}", Mode::line).told() == Told{"control-not-alone at '{{ if x }}'"});
    CHECK(ReadText("note[^1]", Mode::line).told() == Told{"unknown-footnote at '[^1]'"});
}

TEST_CASE("text in JSON keeps its places behind escapes") {
    const SourceText source(
        "t.json", R"({"en": "Caf\u00e9 \"x\" {{ value(\"a\") }} \\{{ [w](claim:Bad) {{ f('a',,) }}"})");
    const auto begin = static_cast<std::uint32_t>(source.text().find("\"Caf"));
    Findings findings;
    const Document document = parse_json_string(
        {&source, begin, static_cast<std::uint32_t>(source.text().size()) - 1}, Mode::line, findings);
    REQUIRE(document.mentions().values.size() == 1);
    CHECK(document.mentions().values[0].span.text() == R"({{ value(\"a\") }})");
    CHECK(document.mentions().values[0].expression.span().text() == R"(value(\"a\"))");
    REQUIRE(findings.all().size() == 2);
    CHECK(findings.all()[0].span.text() == "[w](claim:Bad)");
    CHECK(findings.all()[1].code == "syntax");
    CHECK(source.position(findings.all()[1].span.begin).line == 1);
}

TEST_CASE("places hold with tabs, Windows line ends, a byte order mark and words of many bytes") {
    const ReadText text(
        "\xEF\xBB\xBF# Tïtel {{ a }}\r\n\r\n- één\t{{ b }}\r\n\tvervolg {{ c }}\r\n\r\n> \t> {{ d }} en\r\n> "
        "lui {{ e }}\r\n");
    CHECK(text.told() == Told{});
    std::vector<std::string> places;
    for (const ValueMention& value : text.document.mentions().values) {
        const Position at = text.source->position(value.span.begin);
        places.push_back(std::string(value.span.text()) + " " + std::to_string(at.line) + ":" +
                         std::to_string(at.column));
    }
    CHECK(places == std::vector<std::string>{"{{ a }} 1:10", "{{ b }} 3:7", "{{ c }} 4:10", "{{ d }} 6:6",
                                             "{{ e }} 7:7"});
}

TEST_CASE("what is no text is refused with its place") {
    CHECK(ReadText("# A\n\nb\xFF").told() == Told{"invalid-text at '\xFF'"});
    CHECK(ReadText(std::string("a\0b", 3)).told() == Told{std::string("invalid-text at '\0'", 19)});
    CHECK(ReadText(std::string(5'000'000, 'a')).told().size() == 1);
}

}  // namespace regioscope::markdown
