// What holds for every chart, whatever its data: numbers are finite, nothing leaves the frame, no two texts
// touch.
#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "chart/svg.h"
#include "random_charts.h"
#include "shapes.h"

using namespace regioscope::chart;

namespace {

constexpr std::uint64_t seeds = 600;
constexpr double widths[] = {720, 340};

bool is_finite(const Box& box) {
    return std::isfinite(box.left) && std::isfinite(box.top) && std::isfinite(box.right) &&
           std::isfinite(box.bottom);
}

std::string described(const Shape& shape) {
    const Box box = box_of(shape);
    std::string text = std::to_string(box.left) + "," + std::to_string(box.top) + " to " +
                       std::to_string(box.right) + "," + std::to_string(box.bottom);
    if (const Text* label = std::get_if<Text>(&shape)) text = "'" + label->text + "' at " + text;
    return text;
}

/// The first complaint, or nothing.
std::string complaint(const Drawing& drawing) {
    constexpr double tolerance = 0.51;
    std::vector<const Text*> texts;
    for (const Group& group : drawing.groups) {
        for (const Shape& shape : group.shapes) {
            const Text* text = std::get_if<Text>(&shape);
            if (text != nullptr && text->text.empty()) continue;
            const Box box = box_of(shape);
            if (!is_finite(box)) return "not finite, in " + group.name;
            if (box.left < -tolerance || box.top < -tolerance || box.right > drawing.width + tolerance ||
                box.bottom > drawing.height + tolerance)
                return "outside, in " + group.name + ": " + described(shape);
            if (box.right < box.left || box.bottom < box.top)
                return "inside out, in " + group.name + ": " + described(shape);
            if (text != nullptr) texts.push_back(text);
        }
    }
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (overlap(grown(box_of(*texts[i]), -0.5), grown(box_of(*texts[j]), -0.5)))
                return "texts touch: " + described(*texts[i]) + " and " + described(*texts[j]);
    return {};
}

}  // namespace

TEST_CASE("every chart is finite, inside its frame, and no two of its texts touch") {
    std::set<std::string> complained;
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        for (const double width : widths) {
            for (const RandomChart& chart : random_charts(seed, width)) {
                const std::string found = complaint(chart.drawing);
                if (found.empty()) continue;
                INFO(chart.kind << " of seed " << seed << ", " << width << " px wide");
                if (complained.insert(chart.kind).second) FAIL_CHECK(found);
            }
        }
    }
    CHECK(complained.empty());
}

TEST_CASE("the same chart is drawn the same") {
    const Canvas canvas{"figure", 720, "Title", "Description", {}};
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
        const auto once = random_charts(seed, 720);
        const auto again = random_charts(seed, 720);
        for (std::size_t i = 0; i < once.size(); ++i)
            CHECK(write_svg(once[i].drawing, canvas) == write_svg(again[i].drawing, canvas));
    }
}

TEST_CASE("no output holds a number that is none, an exponent or a negative zero") {
    const Canvas canvas{"figure", 340, "Title", "Description", {}};
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        for (const RandomChart& chart : random_charts(seed, 340)) {
            const std::string svg = write_svg(chart.drawing, canvas).text();
            for (const char* const bad : {"\"nan", "\"inf", "\"-nan", "\"-inf", "\"-0\"", ",nan", ",inf"})
                CHECK_MESSAGE(svg.find(bad) == std::string::npos, chart.kind, " of seed ", seed, ": ", bad);
        }
    }
}
