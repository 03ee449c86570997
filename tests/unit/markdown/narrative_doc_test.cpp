// The examples of docs/narrative.md are what it says they are.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "markdown/comparatives.h"
#include "markdown/lint.h"
#include "markdown/render.h"
#include "support/prose_words.h"
#include "unit/markdown/fake_resolver.h"
#include "unit/markdown/reading_aid.h"

namespace regioscope::markdown {

namespace {

struct Example {
    std::string language;
    std::string text;
};

/// The fenced blocks of the document, read by the room itself.
std::vector<Example> examples(const Blocks& blocks) {
    std::vector<Example> out;
    for (const Block& block : blocks)
        if (const auto* code = std::get_if<CodeBlock>(&block.what))
            out.push_back({code->language, code->text});
    return out;
}

std::string documentation() {
    std::ifstream file(REGIOSCOPE_SOURCE_DIR "/docs/narrative.md", std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("good examples have no findings, wrong ones do") {
    const ReadText read(documentation(), Mode::page);
    int good = 0;
    int wrong = 0;
    for (const Example& example : examples(read.document.blocks())) {
        if (example.language != "markdown" && example.language != "wrong") continue;
        CAPTURE(example.text);
        const bool is_page = example.text.starts_with("# ");
        ReadText text(example.text, is_page ? Mode::page : Mode::fragment);
        find_bare_numbers(text.document, prose_words("en"), {"Industrie 4.0"}, text.findings);
        find_bare_comparisons(text.document, prose_words("en"), text.findings);
        if (example.language == "markdown") {
            CHECK(text.told() == Told{});
            FakeResolver resolver;
            CHECK_FALSE(render(text.document, resolver).empty());
            ++good;
        } else {
            CHECK(text.findings.all().size() == 1);
            ++wrong;
        }
    }
    CHECK(good >= 8);
    CHECK(wrong >= 3);
}

}  // namespace regioscope::markdown
