#include "chart/spread.h"

#include <doctest/doctest.h>

#include "random_charts.h"

using namespace regioscope::chart;

TEST_CASE("labels with room stay where they want to be") {
    CHECK(spread({{50, 10}, {20, 10}}, {0, 100}) == std::vector<double>{50, 20});
    CHECK(spread({}, {0, 100}).empty());
}

TEST_CASE("labels that meet share the way") {
    CHECK(spread({{50, 10}, {50, 10}}, {0, 100}) == std::vector<double>{45, 55});
    CHECK(spread({{48, 10}, {52, 10}, {50, 10}}, {0, 100}) == std::vector<double>{40, 60, 50});
}

TEST_CASE("labels keep to the bounds") {
    CHECK(spread({{-20, 10}, {2, 10}}, {0, 100}) == std::vector<double>{5, 15});
    CHECK(spread({{99, 10}, {120, 10}}, {0, 100}) == std::vector<double>{85, 95});
}

TEST_CASE("whatever the wishes, nothing overlaps and order is kept") {
    Random random(7);
    for (int round = 0; round < 500; ++round) {
        std::vector<Wish> wishes;
        for (int i = random.below(12); i > 0; --i)
            wishes.push_back({random.share() * 300, 5 + random.share() * 20});
        const std::vector<double> centres = spread(wishes, {0, 300});
        for (std::size_t i = 0; i < wishes.size(); ++i) {
            CHECK(centres[i] - wishes[i].size / 2 >= -1e-9);
            CHECK(centres[i] + wishes[i].size / 2 <= 300 + 1e-9);
            for (std::size_t j = 0; j < i; ++j) {
                CHECK(std::abs(centres[i] - centres[j]) >= (wishes[i].size + wishes[j].size) / 2 - 1e-9);
                if (wishes[i].centre < wishes[j].centre) CHECK(centres[i] < centres[j]);
            }
        }
    }
}
