#include "chart/dot_strip.h"

#include <algorithm>

#include "chart/axis.h"
#include "chart/bar_mark.h"
#include "chart/label_space.h"
#include "chart/names.h"
#include "chart/point_mark.h"

namespace regioscope::chart {

namespace {

constexpr double strip_height = 46;
constexpr double small_radius = 4;
constexpr double large_radius = 6.5;
constexpr double missing_step = 13;

double radius_of(const StripDot& dot) {
    return dot.emphasis == Emphasis::highlighted ? large_radius : small_radius;
}

std::vector<const StripDot*> missing_of(const StripRow& row) {
    std::vector<const StripDot*> missing;
    for (const StripDot& dot : row.dots)
        if (!dot.quantity.is_drawn()) missing.push_back(&dot);
    return missing;
}

/// Room for the markers and the sign of those without a figure, right of the strip.
double missing_width(const StripRow& row) {
    const std::vector<const StripDot*> missing = missing_of(row);
    if (missing.empty()) return 0;
    return 12 + static_cast<double>(missing.size()) * missing_step +
           text_width(missing.front()->quantity.text, TextStyle::small);
}

/// As many markers as there is room for, then the sign.
void add_missing(Group& markers, Group& texts, const StripRow& row, double left, double right,
                 double middle) {
    const std::vector<const StripDot*> missing = missing_of(row);
    const std::string& sign = missing.front()->quantity.text;
    const double markers_end = right - text_width(sign, TextStyle::small);
    double x = left + 12 + small_radius;
    for (const StripDot* dot : missing) {
        if (x + missing_step - small_radius > markers_end) break;
        PointMark mark{dot->quantity, dot->slot, dot->emphasis, dot->name, small_radius};
        mark.quantity.status = Status::provisional;  // open
        markers.shapes.push_back(marker_of(mark, {x, middle}));
        x += missing_step;
    }
    texts.shapes.push_back(Text{{x - small_radius, middle + ascent(TextStyle::small) / 2 - 1},
                                shorten(sign, right - x + small_radius, TextStyle::small),
                                TextStyle::small,
                                Anchor::start,
                                "no-data"});
}

/// Dots that would cover each other step aside, upwards first: the figures stand below. The large one stays.
std::vector<Point> place_dots(const std::vector<const StripDot*>& dots, const Linear& x, double middle) {
    std::vector<Point> places;
    for (const StripDot* dot : dots) {
        Point place{x(dot->quantity.middle()), middle};
        const auto covers = [&](std::size_t i) {
            const double reach = (radius_of(*dot) + radius_of(*dots[i])) * 0.8;
            const double dx = places[i].x - place.x;
            const double dy = places[i].y - place.y;
            return dx * dx + dy * dy < reach * reach;
        };
        for (const double offset : {0.0, -8.0, -14.0, 8.0}) {
            place.y = middle + offset;
            bool is_free = true;
            for (std::size_t i = 0; i < places.size(); ++i)
                is_free = is_free && !covers(i);
            if (is_free) break;
        }
        places.push_back(place);
    }
    return places;
}

struct RowLayout {
    double left;
    double right;
    double middle;
};

/// The figures below the strip: first those of highlighted dots, then both ends as far as there is room.
void add_values(Group& texts, const std::vector<const StripDot*>& dots, const Linear& x,
                const RowLayout& layout, double drawing_width) {
    LabelSpace space({layout.left - 40, 0, drawing_width, layout.middle + 40});
    const auto add = [&](const StripDot& dot, TextStyle style, const std::string& classes) {
        const double half = text_width(dot.quantity.text, style) / 2;
        const double centre =
            std::max(layout.left + half, std::min(x(dot.quantity.middle()), drawing_width - half));
        const Text text{
            {centre, layout.middle + 12 + ascent(style)}, dot.quantity.text, style, Anchor::middle, classes};
        if (!space.is_free(box_of(text))) return;  // it may touch the frame, but no other figure
        space.take(grown(box_of(text), 3));
        texts.shapes.push_back(text);
    };
    for (const StripDot* dot : dots)
        if (dot->emphasis == Emphasis::highlighted)
            add(*dot, TextStyle::strong, joined("own", class_of(dot->slot)));
    if (dots.empty()) return;
    const auto by_value = [](const StripDot* a, const StripDot* b) {
        return a->quantity.middle() < b->quantity.middle();
    };
    add(**std::min_element(dots.begin(), dots.end(), by_value), TextStyle::small, "tick");
    add(**std::max_element(dots.begin(), dots.end(), by_value), TextStyle::small, "tick");
}

void add_strip(Group& lines, Group& markers, Group& texts, const StripRow& row, const RowLayout& layout,
               double drawing_width) {
    std::vector<const StripDot*> dots;
    Extent extent;
    for (const StripDot& dot : row.dots) {
        add_to(extent, dot.quantity);
        if (dot.quantity.is_drawn()) dots.push_back(&dot);
    }
    std::stable_sort(dots.begin(), dots.end(), [](const StripDot* a, const StripDot* b) {
        return a->emphasis == Emphasis::highlighted && b->emphasis != Emphasis::highlighted;
    });
    const Linear x(extent.domain(), {layout.left + 1.3 * large_radius, layout.right - 1.3 * large_radius});
    if (dots.empty()) {
        lines.shapes.push_back(Rect{{layout.left, layout.middle - 6, layout.right, layout.middle + 6},
                                    "bar missing",
                                    row.name,
                                    "missing"});
    } else {
        lines.shapes.push_back(Line{{layout.left, layout.middle}, {layout.right, layout.middle}, "gridline"});
    }
    const std::vector<Point> places = place_dots(dots, x, layout.middle);
    for (std::size_t i = dots.size(); i-- > 0;) {  // the highlighted ones come last, on top
        const StripDot& dot = *dots[i];
        markers.shapes.push_back(
            marker_of({dot.quantity, dot.slot, dot.emphasis, dot.name, radius_of(dot)}, places[i]));
    }
    add_values(texts, dots, x, layout, drawing_width);
    if (!missing_of(row).empty())
        add_missing(markers, texts, row, layout.right, drawing_width, layout.middle);
}

}  // namespace

Drawing draw(const DotStrip& chart, double width) {
    std::vector<RowName> names;
    double note_width = 0;
    double missing = 0;
    for (const StripRow& row : chart.rows) {
        names.push_back({row.name});
        note_width = std::max(note_width, text_width(row.note, TextStyle::small));
        missing = std::max(missing, missing_width(row));
    }
    note_width = std::min(note_width, width * 0.2);
    const double notes = note_width > 0 ? note_width + 12 : 0;
    const Rows rows(names, width, 0, strip_height);
    const double right = std::max(rows.left() + 60, width - notes - std::min(missing, width * 0.3));

    Group lines{"strips"};
    Group markers{"markers"};
    Group texts{"values"};
    for (std::size_t i = 0; i < chart.rows.size(); ++i) {
        const StripRow& row = chart.rows[i];
        const RowLayout layout{rows.left(), right, rows.mark_middle(i)};
        add_strip(lines, markers, texts, row, layout, width - notes);
        const std::string note = shorten(row.note, note_width, TextStyle::small);
        if (!note.empty())
            texts.shapes.push_back(Text{{width, layout.middle + ascent(TextStyle::small) / 2 - 1},
                                        note,
                                        TextStyle::small,
                                        Anchor::end,
                                        "note",
                                        note == row.note ? "" : row.note});
    }
    Drawing drawing{width, rows.bottom() + (chart.rows.empty() ? 2 : 8)};
    drawing.groups.push_back(std::move(lines));
    drawing.groups.push_back(std::move(markers));
    rows.add_names(drawing);
    drawing.groups.push_back(std::move(texts));
    return drawing;
}

}  // namespace regioscope::chart
