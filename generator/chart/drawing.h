// What a chart looks like, as a plain value: groups of shapes in CSS pixels, y downwards. Every kind of chart
// turns itself into a Drawing; svg.h writes it. Tests look at the Drawing, not at text.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "chart/remark.h"
#include "chart/slot.h"
#include "chart/text_width.h"

namespace regioscope::chart {

struct Point {
    double x = 0;
    double y = 0;
};

struct Box {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    double width() const { return right - left; }
    double height() const { return bottom - top; }
};

bool overlap(const Box& a, const Box& b);
Box grown(const Box& box, double margin);

/// Shapes carry classes (what they are, whose they are, in which state), never colours. A `tip` is what a
/// pointer that rests on the shape gets to read.
struct Rect {
    Box box;
    std::string classes;
    std::string tip = {};
    /// The class whose hatch fills it, e.g. `region-2` or `missing`; empty: filled plainly by its own
    /// classes.
    std::string hatch = {};
    Remark remark = {};
};

struct Line {
    Point from;
    Point to;
    std::string classes;
};

/// Polylines, or polygons when closed (holes by the even-odd rule). Each has at least two points.
struct Path {
    std::vector<std::vector<Point>> parts;
    std::string classes;
    std::string tip = {};
    bool closed = false;
};

enum class MarkerShape {
    circle,
    square,
    diamond,
    triangle,
    triangle_down,
    plus,
    bar,
    cross,
    star,
    triangle_left,
    triangle_right,
    hourglass,
    pentagon,
    slab
};

struct Marker {
    Point centre;
    /// Half its height, roughly: shapes are drawn with equal area.
    double radius = 5;
    MarkerShape shape = MarkerShape::circle;
    std::string classes;
    std::string tip = {};
    Remark remark = {};
};

enum class Anchor { start, middle, end };

/// An empty text is not written.
struct Text {
    /// On the baseline, at the anchor.
    Point at;
    std::string text;
    TextStyle style = TextStyle::label;
    Anchor anchor = Anchor::start;
    std::string classes = {};
    /// The full text when `text` had to be shortened or wrapped with loss.
    std::string tip = {};
};

using Shape = std::variant<Rect, Line, Path, Marker, Text>;

/// Shapes that make up one mark: the bars, an axis, the labels.
struct Group {
    std::string name;
    std::vector<Shape> shapes = {};
};

struct Drawing {
    double width = 0;
    double height = 0;
    /// Painted in this order. Empty groups are not written.
    std::vector<Group> groups = {};
};

Box box_of(const Text& text);
Box box_of(const Shape& shape);

/// Where the texts of these groups stand.
std::vector<Box> word_boxes(const std::vector<const Group*>& groups);

/// The outline of a marker, a circle excepted, which SVG can draw itself.
std::vector<Point> outline_of(const Marker& marker);

/// Each region and benchmark has one shape everywhere; everything else is a circle.
MarkerShape marker_shape(Slot slot);

/// The drawing moved, to stand inside a larger one.
Drawing moved(Drawing drawing, double dx, double dy);

/// Two class lists as one.
std::string joined(std::string_view a, std::string_view b);

}  // namespace regioscope::chart
