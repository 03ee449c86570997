#include "chart/reference.h"

#include <algorithm>
#include <cmath>

#include "chart/names.h"
#include "chart/spread.h"

namespace regioscope::chart {

namespace {

constexpr TextStyle style = TextStyle::small;
constexpr double key_sample = 22;  // the stretch of line that stands before a name in the key

struct PlacedName {
    Text text;
    std::size_t row = 0;  // 0 is nearest to the plot
};

std::vector<Reference> drawable(const std::vector<Reference>& references) {
    std::vector<Reference> finite;
    for (const Reference& reference : references)
        if (is_drawable(reference.value)) finite.push_back(reference);
    return finite;
}

Text name_text(const Reference& reference, std::string shown) {
    return {{0, 0},
            shown,
            style,
            Anchor::start,
            joined("reference-name", class_of(reference.slot)),
            shown == reference.label ? "" : reference.label};
}

/// The name over its line, centred or to either side, moved into the drawing where it would leave it.
std::vector<Text> candidates(const Reference& reference, double x, double width) {
    const Text text = name_text(reference, shorten(reference.label, width, style));
    const double size = text_width(text.text, style);
    std::vector<Text> places;
    for (const double left : {x - size / 2, x - size + 3, x - 3}) {
        places.push_back(text);
        places.back().at.x = std::max(0.0, std::min(left, width - size));
    }
    return places;
}

/// From left to right: so the line of a name that had to go up a row seldom runs through the names below it.
std::vector<Reference> by_value(std::vector<Reference> references) {
    std::stable_sort(references.begin(), references.end(),
                     [](const Reference& a, const Reference& b) { return a.value < b.value; });
    return references;
}

/// Each name takes the first place, in the lowest row, where it touches no other.
std::vector<PlacedName> place_names(const std::vector<Reference>& references, const Linear& x, double width) {
    std::vector<PlacedName> placed;
    const auto is_free = [&](const Text& text, std::size_t row) {
        return std::none_of(placed.begin(), placed.end(), [&](const PlacedName& other) {
            return other.row == row && overlap(grown(box_of(other.text), 4), grown(box_of(text), 4));
        });
    };
    for (const Reference& reference : references) {
        const std::vector<Text> places = candidates(reference, x(reference.value), width);
        for (std::size_t row = 0;; ++row) {
            const auto place =
                std::find_if(places.begin(), places.end(), [&](const Text& t) { return is_free(t, row); });
            if (place == places.end()) continue;
            placed.push_back({*place, row});
            break;
        }
    }
    return placed;
}

/// With a halo, so that it is seen on bars as dark as itself.
void add_line(Group& group, Point from, Point to, Slot slot) {
    group.shapes.push_back(Line{from, to, "halo"});
    group.shapes.push_back(Line{from, to, joined("reference", class_of(slot))});
}

}  // namespace

void add_to(Extent& extent, const std::vector<Reference>& references) {
    for (const Reference& reference : references)
        extent.add(reference.value);
}

double references_above_height(const std::vector<Reference>& references, const Linear& x, double width) {
    std::size_t rows = 0;
    for (const PlacedName& name : place_names(by_value(drawable(references)), x, width))
        rows = std::max(rows, name.row + 1);
    return rows == 0 ? 0 : static_cast<double>(rows) * line_height(style) + 6;
}

void add_references_above(Drawing& drawing, const std::vector<Reference>& references, const Linear& x,
                          const Box& plot) {
    Group lines{"references"};
    Group names{"reference-names"};
    const std::vector<Reference> drawn = by_value(drawable(references));
    std::vector<PlacedName> placed = place_names(drawn, x, drawing.width);
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        const double above = static_cast<double>(placed[i].row) * line_height(style);
        const double at = x(drawn[i].value);
        add_line(lines, {at, plot.top - 2 - above}, {at, plot.bottom}, drawn[i].slot);
        placed[i].text.at.y = plot.top - 6 - above;
        names.shapes.push_back(std::move(placed[i].text));
    }
    drawing.groups.push_back(std::move(lines));
    drawing.groups.push_back(std::move(names));
}

void add_reference_lines(Drawing& drawing, const std::vector<Reference>& references, const Linear& y,
                         const Box& plot) {
    Group lines{"references"};
    for (const Reference& reference : drawable(references))
        add_line(lines, {plot.left, y(reference.value)}, {plot.right, y(reference.value)}, reference.slot);
    drawing.groups.push_back(std::move(lines));
}

ReferenceRoom references_across_room(const std::vector<Reference>& references, double width) {
    const std::vector<Reference> drawn = drawable(references);
    if (drawn.empty()) return {};
    if (width < narrow_width) return {0, static_cast<double>(drawn.size()) * line_height(style) + 6};
    double widest = 0;
    for (const Reference& reference : drawn)
        for (const std::string& line : wrap(reference.label, width * 0.2, style, 3))
            widest = std::max(widest, text_width(line, style));
    return {widest + 8, 0};
}

void add_references_across(Drawing& drawing, const std::vector<Reference>& references, const Linear& y,
                           const Box& plot, double key_top) {
    const std::vector<Reference> drawn = drawable(references);
    const bool has_key = drawing.width < narrow_width;
    add_reference_lines(drawing, references, y, plot);
    Group lines{"references"};
    Group names{"reference-names"};
    std::vector<Wish> wishes;
    std::vector<std::vector<std::string>> labels;
    for (const Reference& reference : drawn) {
        labels.push_back(has_key ? wrap(reference.label, drawing.width - key_sample - 6, style, 1)
                                 : wrap(reference.label, drawing.width * 0.2, style, 3));
        wishes.push_back(
            {y(reference.value), static_cast<double>(labels.back().size()) * line_height(style)});
    }
    const std::vector<double> centres = spread(wishes, {plot.top, plot.bottom});
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        double top =
            has_key ? key_top + static_cast<double>(i) * line_height(style) : centres[i] - wishes[i].size / 2;
        if (has_key)
            lines.shapes.push_back(Line{{0, top + line_height(style) / 2 - 1},
                                        {key_sample, top + line_height(style) / 2 - 1},
                                        joined("reference", class_of(drawn[i].slot))});
        for (const std::string& line : labels[i]) {
            Text text = name_text(drawn[i], line);
            if (!line.ends_with("…")) text.tip.clear();
            text.at = {has_key ? key_sample + 6 : plot.right + 8, top + ascent(style)};
            names.shapes.push_back(std::move(text));
            top += line_height(style);
        }
    }
    drawing.groups.push_back(std::move(lines));
    drawing.groups.push_back(std::move(names));
}

}  // namespace regioscope::chart
