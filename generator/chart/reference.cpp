#include "chart/reference.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "chart/axis.h"
#include "chart/names.h"
#include "chart/spread.h"

namespace regioscope::chart {

namespace {

constexpr TextStyle reference_style = TextStyle::small;
constexpr double key_sample = 22;  // the stretch of line that stands before a name in the key
constexpr double air = 3;          // between a line and words

std::vector<Reference> drawable(const std::vector<Reference>& references) {
    std::vector<Reference> finite;
    for (const Reference& reference : references)
        if (is_drawable(reference.value)) finite.push_back(reference);
    return finite;
}

/// From left to right.
std::vector<Reference> by_value(std::vector<Reference> references) {
    std::stable_sort(references.begin(), references.end(),
                     [](const Reference& a, const Reference& b) { return a.value < b.value; });
    return references;
}

Text name_text(const Reference& reference, std::string shown) {
    return {{0, 0},           shown,
            reference_style,  Anchor::start,
            "reference-name", shown == reference.label ? "" : reference.label};
}

// ---- names above the plot

struct PlacedName {
    Text text;
    double line = 0;      // where its line is
    std::size_t row = 0;  // 0 is nearest to the plot

    Box box() const { return box_of(text); }
};

/// Over its line, or leaning on it from one side.
enum class Lean { centred, left, right };

/// Anchored where it meets its line, so that it does in any font; moved into the drawing where it would leave
/// it.
void set_beside(PlacedName& name, Lean lean, double width) {
    const double size = text_width(name.text.text, reference_style);
    const double before = lean == Lean::centred ? size / 2 : lean == Lean::left ? size : 0;
    name.text.anchor = lean == Lean::centred ? Anchor::middle
                       : lean == Lean::left  ? Anchor::end
                                             : Anchor::start;
    const double at = name.line + (lean == Lean::left ? air : lean == Lean::right ? -air : 0);
    name.text.at.x = std::max(before, std::min(at, width - size + before));
}

/// A line reaches up to its name's row. Does one run through the other's name, or do the names touch?
bool conflict(const PlacedName& a, const PlacedName& b) {
    if (a.row == b.row) return overlap(grown(a.box(), 4), grown(b.box(), 4));
    const PlacedName& lower = a.row < b.row ? a : b;
    const PlacedName& higher = a.row < b.row ? b : a;
    return higher.line > lower.box().left - air && higher.line < lower.box().right + air;
}

/// All names with one lean, each in the lowest row that is free; nothing where that cannot be.
std::optional<std::vector<PlacedName>> leaning(Lean lean, const std::vector<Reference>& references,
                                               const Linear& x, double width) {
    std::vector<PlacedName> placed;
    for (const Reference& reference : references) {
        PlacedName name{name_text(reference, shorten(reference.label, width, reference_style)),
                        x(reference.value), 0};
        set_beside(name, lean, width);
        placed.push_back(std::move(name));
    }
    // Leaning to the left, each line must pass at the right of the names below it, so the leftmost stays
    // lowest.
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < placed.size(); ++i)
        order.push_back(lean == Lean::right ? placed.size() - 1 - i : i);
    for (std::size_t k = 0; k < order.size(); ++k) {
        PlacedName& name = placed[order[k]];
        const auto is_free = [&] {
            return std::none_of(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(k),
                                [&](std::size_t other) { return conflict(name, placed[other]); });
        };
        while (!is_free() && name.row <= k)
            ++name.row;
        if (name.row > k) return std::nullopt;
    }
    return placed;
}

std::size_t rows_of(const std::vector<PlacedName>& names) {
    std::size_t rows = 0;
    for (const PlacedName& name : names)
        rows = std::max(rows, name.row + 1);
    return rows;
}

/// The lean that needs the fewest rows. Where none is free of conflicts each name gets a row, and lines stop
/// at the names they meet.
std::vector<PlacedName> place_names(const std::vector<Reference>& references, const Linear& x, double width) {
    std::optional<std::vector<PlacedName>> best;
    for (const Lean lean : {Lean::centred, Lean::left, Lean::right}) {
        auto names = leaning(lean, references, x, width);
        if (names && (!best || rows_of(*names) < rows_of(*best))) best = std::move(names);
    }
    if (best) return *best;
    std::vector<PlacedName> names;
    for (const Reference& reference : references) {
        PlacedName name{name_text(reference, shorten(reference.label, width, reference_style)),
                        x(reference.value), names.size()};
        set_beside(name, Lean::left, width);
        names.push_back(std::move(name));
    }
    return names;
}

// ---- lines

std::string line_classes(const Reference& reference) {
    return joined("reference", class_of(reference.slot));
}

}  // namespace

void add_to(Extent& extent, const std::vector<Reference>& references) {
    for (const Reference& reference : references)
        extent.add(reference.value);
}

double references_above_height(const std::vector<Reference>& references, const Linear& x, double width) {
    const std::size_t rows = rows_of(place_names(by_value(drawable(references)), x, width));
    return rows == 0 ? 0 : static_cast<double>(rows) * line_height(reference_style) + 6;
}

void add_references_above(Drawing& drawing, const std::vector<Reference>& references, const Linear& x,
                          const Box& plot, const std::vector<Box>& words) {
    Group lines{"references"};
    Group names{"reference-names"};
    const std::vector<Reference> drawn = by_value(drawable(references));
    std::vector<PlacedName> placed = place_names(drawn, x, drawing.width);
    std::vector<Box> all_words = words;
    for (PlacedName& name : placed) {
        name.text.at.y = plot.top - 6 - static_cast<double>(name.row) * line_height(reference_style);
        all_words.push_back(name.box());
    }
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        const double top = plot.top - 2 - static_cast<double>(placed[i].row) * line_height(reference_style);
        add_broken_line(lines, {placed[i].line, top}, {placed[i].line, plot.bottom}, all_words,
                        line_classes(drawn[i]));
        names.shapes.push_back(std::move(placed[i].text));
    }
    drawing.groups.push_back(std::move(lines));
    drawing.groups.push_back(std::move(names));
}

void add_reference_lines(Drawing& drawing, const std::vector<Reference>& references, const Linear& y,
                         const Box& plot, const std::vector<Box>& words) {
    Group lines{"references"};
    for (const Reference& reference : drawable(references))
        add_broken_line(lines, {plot.left, y(reference.value)}, {plot.right, y(reference.value)}, words,
                        line_classes(reference));
    drawing.groups.push_back(std::move(lines));
}

ReferenceRoom references_across_room(const std::vector<Reference>& references, double width) {
    const std::vector<Reference> drawn = drawable(references);
    if (drawn.empty()) return {};
    if (width < narrow_width)
        return {0, static_cast<double>(drawn.size()) * line_height(reference_style) + 6};
    double widest = 0;
    for (const Reference& reference : drawn)
        for (const std::string& line : wrap(reference.label, width * 0.2, reference_style, 3))
            widest = std::max(widest, text_width(line, reference_style));
    return {widest + 8, 0};
}

void add_references_across(Drawing& drawing, const std::vector<Reference>& references, const Linear& y,
                           const Box& plot, double key_top, const std::vector<Box>& words) {
    const std::vector<Reference> drawn = drawable(references);
    const bool has_key = drawing.width < narrow_width;
    add_reference_lines(drawing, references, y, plot, words);
    Group lines{"references"};
    Group names{"reference-names"};
    std::vector<Wish> wishes;
    std::vector<std::vector<std::string>> labels;
    for (const Reference& reference : drawn) {
        labels.push_back(has_key ? wrap(reference.label, drawing.width - key_sample - 6, reference_style, 1)
                                 : wrap(reference.label, drawing.width * 0.2, reference_style, 3));
        wishes.push_back(
            {y(reference.value), static_cast<double>(labels.back().size()) * line_height(reference_style)});
    }
    const std::vector<double> centres = spread(wishes, {plot.top, plot.bottom});
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        double top = has_key ? key_top + static_cast<double>(i) * line_height(reference_style)
                             : centres[i] - wishes[i].size / 2;
        if (has_key)
            lines.shapes.push_back(Line{{0, top + line_height(reference_style) / 2 - 1},
                                        {key_sample, top + line_height(reference_style) / 2 - 1},
                                        line_classes(drawn[i])});
        for (const std::string& line : labels[i]) {
            Text text = name_text(drawn[i], line);
            if (!line.ends_with("…")) text.tip.clear();
            text.at = {has_key ? key_sample + 6 : plot.right + 8, top + ascent(reference_style)};
            names.shapes.push_back(std::move(text));
            top += line_height(reference_style);
        }
    }
    drawing.groups.push_back(std::move(lines));
    drawing.groups.push_back(std::move(names));
}

void add_notches(Group& bars, const std::vector<Reference>& references, const Linear& scale,
                 Orientation orientation) {
    Group notches{bars.name};
    for (const Reference& reference : drawable(references)) {
        const double at = scale(reference.value);
        for (const Shape& shape : bars.shapes) {
            const Rect* const rect = std::get_if<Rect>(&shape);
            if (rect == nullptr || rect->hatch == "missing") continue;
            const Box& box = rect->box;
            const bool lies = orientation == Orientation::lying;
            const bool is_covered = lies ? box.left < at && at < box.right : box.top < at && at < box.bottom;
            if (!is_covered) continue;
            notches.shapes.push_back(lies ? Line{{at, box.top}, {at, box.bottom}, "notch"}
                                          : Line{{box.left, at}, {box.right, at}, "notch"});
        }
    }
    bars.shapes.insert(bars.shapes.end(), notches.shapes.begin(), notches.shapes.end());
}

Text clear_of(Text value, const std::vector<Reference>& references, const Linear& x, double drawing_width) {
    constexpr double farthest = 18;
    const auto meets = [&](const Text& text, double line) {
        return line > box_of(text).left - air && line < box_of(text).right + air;
    };
    for (const Reference& reference : by_value(drawable(references))) {
        const double line = x(reference.value);
        if (!meets(value, line)) continue;
        Text moved = value;
        moved.at.x += value.anchor == Anchor::end ? line - air - 1 - box_of(value).right
                                                  : line + air + 1 - box_of(value).left;
        const Box box = box_of(moved);
        const bool is_near = std::abs(moved.at.x - value.at.x) <= farthest;
        if (is_near && box.left >= 0 && box.right <= drawing_width) value = std::move(moved);
    }
    return value;
}

}  // namespace regioscope::chart
