#include "chart/projection.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace regioscope::chart;

TEST_CASE("the centre lies at the origin, east is right, north is up") {
    const EqualArea map({6.5, 52});
    CHECK(map({6.5, 52}).x == doctest::Approx(0));
    CHECK(map({6.5, 52}).y == doctest::Approx(0));
    CHECK(map({7.5, 52}).x > 0);
    CHECK(map({6.5, 53}).y < 0);
}

TEST_CASE("it gives the numbers of Snyder's worked example") {
    // Map Projections: A Working Manual, p. 332: radius 3, centre 40° N 100° W, point 20° S 100° E.
    const Point at = EqualArea({-100, 40})({100, -20});
    CHECK(3 * at.x == doctest::Approx(-4.2339303));
    CHECK(-3 * at.y == doctest::Approx(4.0257775));
}

TEST_CASE("areas are kept: a cell of a degree is as large as the sphere says, wherever it lies") {
    const EqualArea map({6.5, 52});
    const double radian = std::acos(-1.0) / 180;
    for (const GeoPoint corner : {GeoPoint{3, 49}, GeoPoint{6, 52}, GeoPoint{12, 55}}) {
        double twice = 0;
        std::vector<GeoPoint> ring;
        const int steps = 50;
        for (int i = 0; i < steps; ++i)
            ring.push_back({corner.longitude + static_cast<double>(i) / steps, corner.latitude});
        for (int i = 0; i < steps; ++i)
            ring.push_back({corner.longitude + 1, corner.latitude + static_cast<double>(i) / steps});
        for (int i = 0; i < steps; ++i)
            ring.push_back({corner.longitude + 1 - static_cast<double>(i) / steps, corner.latitude + 1});
        for (int i = 0; i < steps; ++i)
            ring.push_back({corner.longitude, corner.latitude + 1 - static_cast<double>(i) / steps});
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point a = map(ring[i]);
            const Point b = map(ring[(i + 1) % ring.size()]);
            twice += a.x * b.y - b.x * a.y;
        }
        const double sphere =
            radian * (std::sin((corner.latitude + 1) * radian) - std::sin(corner.latitude * radian));
        CHECK(std::abs(twice) / 2 == doctest::Approx(sphere).epsilon(1e-4));
    }
}
