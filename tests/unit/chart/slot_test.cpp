#include "chart/slot.h"

#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "chart/drawing.h"

using namespace regioscope::chart;

TEST_CASE("a slot is a class") {
    CHECK(class_of(Slot::region(3)) == "region-3");
    CHECK(class_of(Slot::benchmark(2)) == "benchmark-2");
    CHECK(class_of(Slot::part(8)) == "part-8");
    CHECK(class_of(Slot::context()) == "context");
    CHECK(class_of(Slot::accent()) == "accent");
}

TEST_CASE("a region or series beyond the last look looks like none of them; other kinds start again") {
    CHECK(class_of(Slot::region(12)) == "region-12");
    CHECK(class_of(Slot::region(13)) == "context");
    CHECK(class_of(Slot::series(13)) == "context");
    CHECK_FALSE(has_own_marker(Slot::region(13)));
    CHECK(class_of(Slot::part(9)) == "part-1");
    CHECK(class_of(Slot::named(3)) == "named-1");
    CHECK(class_of(Slot::rest(4)) == "rest-1");
}

TEST_CASE("each region and benchmark has a marker shape of its own, and so has each series") {
    std::set<MarkerShape> shapes;
    for (int number = 1; number <= most_looks; ++number)
        shapes.insert(marker_shape(Slot::region(number)));
    for (int number = 1; number <= 2; ++number)
        shapes.insert(marker_shape(Slot::benchmark(number)));
    CHECK(shapes.size() == 14);
    for (int number = 1; number <= most_looks; ++number)
        CHECK(marker_shape(Slot::series(number)) == marker_shape(Slot::region(number)));
}

TEST_CASE("no two of twelve lines share colour and dash") {
    std::ifstream file(REGIOSCOPE_SOURCE_DIR "/templates/assets/chart.css");
    std::ostringstream css;
    css << file.rdbuf();
    const std::string text = css.str();
    std::set<std::string> looks;
    for (int number = 1; number <= most_looks; ++number) {
        const std::string rule = ".line.series-" + std::to_string(number) + " { stroke-dasharray: ";
        const std::size_t at = text.find(rule);
        const std::string dash = at == std::string::npos
                                     ? "none"
                                     : text.substr(at + rule.size(), text.find(';', at) - at - rule.size());
        CHECK((number == 1) == (dash == "none"));
        looks.insert(dash);
    }
    CHECK(looks.size() == most_looks);
}
