#include "chart/slot.h"

#include <doctest/doctest.h>

#include <set>

#include "chart/drawing.h"

using namespace regioscope::chart;

TEST_CASE("a slot is a class") {
    CHECK(class_of(Slot::region(3)) == "region-3");
    CHECK(class_of(Slot::benchmark(2)) == "benchmark-2");
    CHECK(class_of(Slot::part(8)) == "part-8");
    CHECK(class_of(Slot::context()) == "context");
    CHECK(class_of(Slot::accent()) == "accent");
}

TEST_CASE("numbers beyond the palette start again") {
    CHECK(class_of(Slot::region(7)) == "region-1");
    CHECK(class_of(Slot::part(9)) == "part-1");
    CHECK(class_of(Slot::region(0)) == "region-6");
}

TEST_CASE("each region and benchmark has a marker shape of its own") {
    std::set<MarkerShape> shapes;
    for (int number = 1; number <= 6; ++number)
        shapes.insert(marker_shape(Slot::region(number)));
    for (int number = 1; number <= 2; ++number)
        shapes.insert(marker_shape(Slot::benchmark(number)));
    CHECK(shapes.size() == 8);
}
