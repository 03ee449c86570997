// What holds for every chart, whatever its data: numbers are finite, no mark or text leaves the drawing, no
// two texts touch, no line of reference runs through a word, marks stay in their plots.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "chart/dot_strip.h"
#include "chart/svg.h"
#include "random_charts.h"
#include "shapes.h"

using namespace regioscope::chart;

namespace {

constexpr std::uint64_t seeds = 600;
constexpr double widths[] = {640, 320};

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

/// The box that a group's lines span.
Box reach_of(const Drawing& drawing, std::string_view group_name) {
    Box reach{1e9, 1e9, -1e9, -1e9};
    for (const Group& group : drawing.groups) {
        if (group.name != group_name) continue;
        for (const Shape& shape : group.shapes) {
            const Box box = box_of(shape);
            reach = {std::min(reach.left, box.left), std::min(reach.top, box.top),
                     std::max(reach.right, box.right), std::max(reach.bottom, box.bottom)};
        }
    }
    return reach;
}

/// Charts with a plot: their marks stand inside its grid, give or take half a mark.
std::string stray_mark(const RandomChart& chart) {
    if (chart.kind != "line" && chart.kind != "scatter") return {};
    const std::vector<Line> grid = shapes_of<Line>(chart.drawing, "grid");
    const bool has_columns =
        std::any_of(grid.begin(), grid.end(), [](const Line& l) { return l.from.x == l.to.x; });
    const bool has_rows =
        std::any_of(grid.begin(), grid.end(), [](const Line& l) { return l.from.y == l.to.y; });
    if (!has_rows || (chart.kind == "scatter" && !has_columns)) return {};
    const Box plot = grown(reach_of(chart.drawing, "grid"), 24);
    for (const Group& group : chart.drawing.groups) {
        if (group.name != "markers" && group.name != "lines") continue;
        for (const Shape& shape : group.shapes) {
            const Box box = box_of(shape);
            if (std::holds_alternative<Marker>(shape) && !overlap(plot, box))
                return "stray: " + described(shape);
            if (std::holds_alternative<Path>(shape) && (box.left < plot.left || box.right > plot.right ||
                                                        box.top < plot.top || box.bottom > plot.bottom))
                return "stray: " + described(shape);
        }
    }
    return {};
}

/// A leader from a line's end to its name would look like a line of figures.
std::string leader_in_plot(const RandomChart& chart) {
    if (chart.kind != "line") return {};
    const Box plot = reach_of(chart.drawing, "grid");
    // The first group of leaders is that of the names; remarks have theirs behind.
    const auto names = std::find_if(chart.drawing.groups.begin(), chart.drawing.groups.end(),
                                    [](const Group& group) { return group.name == "leaders"; });
    if (names == chart.drawing.groups.end() || plot.right < plot.left) return {};
    for (const Shape& shape : names->shapes)
        if (box_of(shape).left < plot.right - 2.01) return "a leader crosses the plot: " + described(shape);
    return {};
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
    for (const Group& group : drawing.groups) {
        if (group.name != "references") continue;
        for (const Shape& shape : group.shapes)
            for (const Text* const text : texts)
                if (text->classes.starts_with("value") &&
                    overlap(grown(box_of(shape), 0.5), grown(box_of(*text), -1)))
                    return "a reference runs through " + described(*text);
    }
    return {};
}

}  // namespace

TEST_CASE("every chart is finite and inside its frame, no two of its texts touch, no mark strays") {
    std::set<std::string> complained;
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        for (const double width : widths) {
            for (const RandomChart& chart : random_charts(seed, width)) {
                std::string found = complaint(chart.drawing);
                if (found.empty()) found = stray_mark(chart);
                if (found.empty()) found = leader_in_plot(chart);
                if (found.empty()) continue;
                INFO(chart.kind << " of seed " << seed << ", " << width << " px wide");
                if (complained.insert(chart.kind).second) FAIL_CHECK(found);
            }
        }
    }
    CHECK(complained.empty());
}

TEST_CASE(
    "a strip of any number of regions carries the figure of every end and of every large mark that has "
    "room") {
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        Random random(seed);
        StripRow row{"Maat", {}, ""};
        for (int i = 1 + random.below(40); i > 0; --i) {
            const double value = random.below(200) / 10.0;
            row.dots.push_back({"Regio", Quantity::point(value, std::to_string(value)), Slot::region(i)});
        }
        if (random.one_in(2)) row.dots.front().emphasis = Emphasis::highlighted;
        const auto [low, high] = std::minmax_element(
            row.dots.begin(), row.dots.end(),
            [](const StripDot& a, const StripDot& b) { return a.quantity.low < b.quantity.low; });
        for (const double width : widths) {
            const std::vector<std::string> texts = texts_of(draw(DotStrip{{row}}, width), "values");
            INFO("seed " << seed << ", " << width << " px wide");
            for (const StripDot* const dot : {&*low, &*high, &row.dots.front()}) {
                if (dot == &row.dots.front() && dot->emphasis != Emphasis::highlighted) continue;
                CHECK(std::find(texts.begin(), texts.end(), dot->quantity.text) != texts.end());
            }
        }
    }
}

TEST_CASE("the same chart is drawn the same") {
    const Canvas canvas{"figure", 640, "Title", "Description", {}};
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
        const auto once = random_charts(seed, 640);
        const auto again = random_charts(seed, 640);
        for (std::size_t i = 0; i < once.size(); ++i)
            CHECK(write_svg(once[i].drawing, canvas) == write_svg(again[i].drawing, canvas));
    }
}

TEST_CASE("no output holds a number that is none, an exponent or a negative zero") {
    const Canvas canvas{"figure", 320, "Title", "Description", {}};
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        for (const RandomChart& chart : random_charts(seed, 320)) {
            const std::string svg = write_svg(chart.drawing, canvas).text();
            for (const char* const bad : {"\"nan", "\"inf", "\"-nan", "\"-inf", "\"-0\"", ",nan", ",inf"})
                CHECK_MESSAGE(svg.find(bad) == std::string::npos, chart.kind, " of seed ", seed, ": ", bad);
        }
    }
}
