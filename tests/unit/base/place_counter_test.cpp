#include "base/place_counter.h"

#include <doctest/doctest.h>

#include <random>

using namespace regioscope;

TEST_CASE("places counted one after the other are those counted alone, in whatever order and file") {
    const SourceText first("a", "één\r\ntwee\n\n\tdrie\nvier");
    const SourceText second("b", "in één regel");
    PlaceCounter places;
    std::mt19937 random(2016);
    for (int i = 0; i < 2000; ++i) {
        const SourceText& source = random() % 4 == 0 ? second : first;
        const auto at = static_cast<std::uint32_t>(random() % (source.text().size() + 3));
        const Position expected = source.position(at);
        const Position counted = places.of({&source, at, at});
        CHECK(counted.line == expected.line);
        CHECK(counted.column == expected.column);
    }
}
