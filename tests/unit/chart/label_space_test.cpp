#include "chart/label_space.h"

#include <doctest/doctest.h>

using namespace regioscope::chart;

TEST_CASE("a label takes the first place that is free and in the frame") {
    LabelSpace space({0, 0, 200, 100});
    const Text label{{}, "Twente"};
    const std::vector<Text> places = places_around(label, {100, 50}, 5);
    CHECK(places.size() == 8);
    const auto first = space.place(places);
    REQUIRE(first);
    CHECK(first->anchor == Anchor::start);
    CHECK(first->at.x > 105);
    const auto second = space.place(places);
    REQUIRE(second);
    CHECK(second->anchor == Anchor::end);
    CHECK_FALSE(overlap(box_of(*first), box_of(*second)));
}

TEST_CASE("near the right edge it stands at the left; without room nowhere") {
    LabelSpace space({0, 0, 200, 100});
    const auto placed = space.place(places_around(Text{{}, "Twente"}, {190, 50}, 5));
    REQUIRE(placed);
    CHECK(placed->anchor == Anchor::end);
    LabelSpace small({0, 0, 20, 10});
    CHECK_FALSE(small.place(places_around(Text{{}, "Twente"}, {10, 5}, 5)));
}

TEST_CASE("no place around a mark covers the mark") {
    for (const Text& text : places_around(Text{{}, "Twente"}, {100, 50}, 6)) {
        const Box mark{100 - 4.2, 50 - 4.2, 100 + 4.2, 50 + 4.2};  // inside the circle
        CHECK_FALSE(overlap(box_of(text), mark));
    }
}
