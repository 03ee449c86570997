#include "chart/clip.h"

#include <doctest/doctest.h>

#include "random_charts.h"

using namespace regioscope::chart;

namespace {

constexpr Box unit{0, 0, 1, 1};

double area(const std::vector<Point>& ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point& a = ring[i];
        const Point& b = ring[(i + 1) % ring.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return twice / 2;
}

}  // namespace

TEST_CASE("a ring inside stays, a ring outside vanishes, a ring across is cut") {
    CHECK(clipped({{0.2, 0.2}, {0.8, 0.2}, {0.5, 0.9}}, unit).size() == 3);
    CHECK(clipped({{2, 2}, {3, 2}, {3, 3}}, unit).empty());
    CHECK(clipped({}, unit).empty());
    CHECK(area(clipped({{-1, -1}, {0.5, -1}, {0.5, 2}, {-1, 2}}, unit)) == doctest::Approx(0.5));
}

TEST_CASE("a box around everything gives the box") {
    CHECK(area(clipped({{-5, -5}, {5, -5}, {5, 5}, {-5, 5}}, unit)) == doctest::Approx(1));
}

TEST_CASE("nothing of any ring is left outside") {
    Random random(3);
    for (int round = 0; round < 300; ++round) {
        std::vector<Point> ring;
        for (int i = random.below(9); i > 0; --i)
            ring.push_back({random.share() * 3 - 1, random.share() * 3 - 1});
        for (const Point& point : clipped(ring, unit)) {
            CHECK(point.x >= -1e-9);
            CHECK(point.x <= 1 + 1e-9);
            CHECK(point.y >= -1e-9);
            CHECK(point.y <= 1 + 1e-9);
        }
    }
}
