#include "chart/drawing.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace regioscope::chart;

TEST_CASE("boxes that only touch do not overlap") {
    CHECK(overlap({0, 0, 2, 2}, {1, 1, 3, 3}));
    CHECK_FALSE(overlap({0, 0, 2, 2}, {2, 0, 3, 2}));
}

TEST_CASE("a text's box follows its anchor") {
    const double width = text_width("Twente", TextStyle::label);
    const Text text{{100, 50}, "Twente"};
    CHECK(box_of(text).left == 100);
    CHECK(box_of(text).right == doctest::Approx(100 + width));
    CHECK(box_of(text).top < 50);
    CHECK(box_of(text).bottom > 50);
    CHECK(box_of(Text{{100, 50}, "Twente", TextStyle::label, Anchor::end}).right == doctest::Approx(100));
    CHECK(box_of(Text{{100, 50}, "Twente", TextStyle::label, Anchor::middle}).left ==
          doctest::Approx(100 - width / 2));
}

TEST_CASE("markers of one radius have about the same area") {
    const double circle = std::acos(-1.0) * 25;
    for (const MarkerShape shape :
         {MarkerShape::square, MarkerShape::diamond, MarkerShape::triangle, MarkerShape::triangle_down,
          MarkerShape::plus, MarkerShape::bar, MarkerShape::cross}) {
        const std::vector<Point> outline = outline_of({{0, 0}, 5, shape, ""});
        double twice = 0;
        for (std::size_t i = 0; i < outline.size(); ++i) {
            const Point& a = outline[i];
            const Point& b = outline[(i + 1) % outline.size()];
            twice += a.x * b.y - b.x * a.y;
        }
        const double share = std::abs(twice) / 2 / circle;
        CHECK(share <= 1.07);
        CHECK(share >= (shape == MarkerShape::bar || shape == MarkerShape::cross ? 0.6 : 0.9));
    }
}

TEST_CASE("moving a drawing moves all it holds") {
    Drawing drawing{10,
                    10,
                    {{"all",
                      {Rect{{0, 0, 1, 1}, ""}, Line{{0, 0}, {1, 1}, ""}, Path{{{{0, 0}, {1, 1}}}, ""},
                       Marker{{0.5, 0.5}, 0.5, MarkerShape::circle, ""}}}}};
    drawing = moved(std::move(drawing), 5, 7);
    for (const Shape& shape : drawing.groups[0].shapes) {
        CHECK(box_of(shape).left == 5);
        CHECK(box_of(shape).bottom == 8);
    }
}
