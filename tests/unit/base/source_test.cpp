#include "base/source.h"

#include <doctest/doctest.h>

#include "base/parallel.h"

using namespace regioscope;

TEST_CASE("places are counted as people count them") {
    const SourceText source("a.md", "eerste\n\tän der Tür\r\n\nlaatste");
    const auto at = [&](std::string_view word) {
        const Position position = source.position(source.text().find(word));
        return std::pair(position.line, position.column);
    };
    CHECK(at("eerste") == std::pair<std::size_t, std::size_t>(1, 1));
    CHECK(at("än") == std::pair<std::size_t, std::size_t>(2, 2));
    CHECK(at("der") == std::pair<std::size_t, std::size_t>(2, 5));
    CHECK(at("laatste") == std::pair<std::size_t, std::size_t>(4, 1));
    CHECK(source.position(100000).line == 4);
    CHECK(source.position(100000).column == 8);
    CHECK(source.position(6).column == 7);
    CHECK(source.line(1) == "eerste");
    CHECK(source.line(2) == "\tän der Tür");
    CHECK(source.line(3) == "");
    CHECK(source.line(4) == "laatste");
    CHECK(source.line(5) == "");
}

TEST_CASE("an empty text has a first line") {
    const SourceText source("a.md", "");
    CHECK(source.position(0).line == 1);
    CHECK(source.position(0).column == 1);
    CHECK(source.line(1) == "");
}

TEST_CASE("spans hold text and can be joined") {
    const SourceText source("a.md", "een twee drie");
    const Span first{&source, 0, 3};
    const Span last{&source, 9, 13};
    CHECK(first.text() == "een");
    CHECK(join(first, last).text() == "een twee drie");
    CHECK_FALSE(Span());
    CHECK(Span().text() == "");
}

TEST_CASE("a library keeps addresses, also when threads share it") {
    SourceLibrary library;
    std::vector<const SourceText*> texts(500);
    for_each_index(texts.size(), [&](std::size_t i) {
        texts[i] = &library.add(std::to_string(i), "text " + std::to_string(i));
    });
    for (std::size_t i = 0; i < texts.size(); ++i)
        CHECK(texts[i]->text() == "text " + std::to_string(i));
}
