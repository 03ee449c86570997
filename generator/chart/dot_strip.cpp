#include "chart/dot_strip.h"

#include <algorithm>

#include "chart/axis.h"
#include "chart/bar_mark.h"
#include "chart/point_mark.h"
#include "chart/spread.h"

namespace regioscope::chart {

namespace {

constexpr double small_radius = 5;
constexpr double large_radius = 8;
constexpr double arrow_room = 24;  // beyond an outermost mark that is a bound
constexpr double strip_gap = 6;
constexpr double least_with_names_beside = 400;  // else names stand above the strips
constexpr double least_above = 12;               // from the top of a row to its line
constexpr double captions_gap = 12;              // from the line to the figures
constexpr double missing_step = 14;
constexpr std::size_t most_caption_lines = 3;

bool is_large(const StripDot& dot) {
    return dot.emphasis == Emphasis::highlighted;
}

double radius_of(const StripDot& dot) {
    return is_large(dot) ? large_radius : small_radius;
}

/// The dots that have a place, the large ones first; equals keep their order.
std::vector<const StripDot*> drawn_dots(const StripRow& row) {
    std::vector<const StripDot*> dots;
    for (const StripDot& dot : row.dots)
        if (dot.quantity.is_drawn()) dots.push_back(&dot);
    std::stable_sort(dots.begin(), dots.end(),
                     [](const StripDot* a, const StripDot* b) { return is_large(*a) && !is_large(*b); });
    return dots;
}

/// Those without a figure, by the sign that says why.
struct Missing {
    std::string sign;
    std::vector<const StripDot*> dots;

    double width() const {
        return 12 + static_cast<double>(dots.size()) * missing_step + text_width(sign, TextStyle::small);
    }
};

std::vector<Missing> missing_of(const StripRow& row) {
    std::vector<Missing> groups;
    for (const StripDot& dot : row.dots) {
        if (dot.quantity.is_drawn()) continue;
        auto group = std::find_if(groups.begin(), groups.end(),
                                  [&](const Missing& m) { return m.sign == dot.quantity.text; });
        if (group == groups.end()) group = groups.insert(groups.end(), {dot.quantity.text, {}});
        group->dots.push_back(&dot);
    }
    return groups;
}

double missing_width(const StripRow& row) {
    double width = 0;
    for (const Missing& group : missing_of(row))
        width += group.width();
    return width;
}

/// A figure below the line, with its name where the sentence names it.
struct Caption {
    const StripDot* dot;
    std::string name;
    double at;  // where its mark is
    double width = 0;
    double centre = 0;
    std::size_t line = 0;

    TextStyle style() const { return is_large(*dot) ? TextStyle::strong : TextStyle::small; }
    double value_width() const { return text_width(dot->quantity.text, style()); }
};

double caption_width(const Caption& caption) {
    constexpr double between = 4;  // value and name
    const double name = caption.name.empty() ? 0 : between + text_width(caption.name, TextStyle::label);
    return caption.value_width() + name + 8;
}

/// Both ends, and every large mark. A large mark at an end, or an equal one, says the end's figure too.
std::vector<Caption> captions_of(const DotStrip& chart, const std::vector<const StripDot*>& dots,
                                 const Linear& x, Range room) {
    std::vector<Caption> captions;
    const auto add = [&](const StripDot& dot, std::string name) {
        captions.push_back({&dot, std::move(name), x(dot.quantity.middle())});
    };
    for (const StripDot* const dot : dots) {
        if (!is_large(*dot)) continue;
        const double name_room =
            room.end - room.start - text_width(dot->quantity.text, TextStyle::strong) - 12;
        add(*dot, chart.names == DotStrip::Names::beside_figures
                      ? shorten(dot->name, std::max(0.0, name_room), TextStyle::label)
                      : std::string());
    }
    const auto add_end = [&](const StripDot& dot) {
        const bool is_said = std::any_of(captions.begin(), captions.end(), [&](const Caption& caption) {
            return caption.dot->quantity.middle() == dot.quantity.middle();
        });
        if (!is_said) add(dot, {});
    };
    const auto by_value = [](const StripDot* a, const StripDot* b) {
        return a->quantity.middle() < b->quantity.middle();
    };
    if (!dots.empty()) {
        add_end(**std::min_element(dots.begin(), dots.end(), by_value));
        add_end(**std::max_element(dots.begin(), dots.end(), by_value));
    }
    std::stable_sort(captions.begin(), captions.end(),
                     [](const Caption& a, const Caption& b) { return a.at < b.at; });
    for (Caption& caption : captions)
        caption.width = caption_width(caption);
    return captions;
}

/// Does every one of so many lines hold the captions that take turns in it?
bool fit(const std::vector<Caption>& captions, std::size_t lines, double room) {
    std::vector<double> used(lines, 0);
    for (std::size_t i = 0; i < captions.size(); ++i)
        used[i % lines] += captions[i].width;
    return std::all_of(used.begin(), used.end(), [&](double width) { return width <= room; });
}

/// In one line, else in turns over two or three, else without names. What has no room even then is dropped:
/// its mark stands, and has a tip.
std::vector<Caption> placed_captions(std::vector<Caption> captions, Range room) {
    const double width = room.end - room.start;
    const auto lines_for = [&]() -> std::size_t {
        for (std::size_t lines = 1; lines <= most_caption_lines; ++lines)
            if (fit(captions, lines, width)) return lines;
        return 0;
    };
    std::size_t lines = lines_for();
    if (lines == 0) {
        for (Caption& caption : captions) {
            caption.name.clear();
            caption.width = caption_width(caption);
        }
        while ((lines = lines_for()) == 0)
            captions.erase(captions.begin() + static_cast<std::ptrdiff_t>(captions.size() / 2));
    }
    for (std::size_t line = 0; line < lines; ++line) {
        std::vector<Wish> wishes;
        for (std::size_t i = line; i < captions.size(); i += lines)
            wishes.push_back({captions[i].at, captions[i].width});
        const std::vector<double> centres = spread(wishes, room);
        for (std::size_t i = 0; i < centres.size(); ++i) {
            captions[line + i * lines].centre = centres[i];
            captions[line + i * lines].line = line;
        }
    }
    return captions;
}

/// Marks that would cover each other stand above each other: the figures are below. What is joined stays on
/// the line.
std::vector<Point> place_dots(const DotStrip& chart, const std::vector<const StripDot*>& dots,
                              const Linear& x) {
    std::vector<Point> places;
    for (const StripDot* dot : dots) {
        Point place{x(dot->quantity.middle()), 0};
        const auto is_covered = [&](std::size_t i) {
            const double reach = (radius_of(*dot) + radius_of(*dots[i])) * 0.8;
            const double dx = places[i].x - place.x;
            const double dy = places[i].y - place.y;
            return dx * dx + dy * dy < reach * reach;
        };
        for (const double offset : {0.0, -10.0, -18.0, -26.0}) {
            place.y = offset;
            bool is_free = true;
            if (chart.joins_highlighted && is_large(*dot)) break;
            for (std::size_t i = 0; i < places.size(); ++i)
                is_free = is_free && !is_covered(i);
            if (is_free) break;
        }
        places.push_back(place);
    }
    return places;
}

/// The columns that all rows share: names, strip, what is missing, notes. In a narrow drawing name and note
/// stand above their strip.
struct Columns {
    bool is_narrow;
    double names = 0;
    Range strip;
    double missing_right = 0;
    double notes = 0;
};

Columns columns_of(const DotStrip& chart, double width) {
    constexpr double gap = 12;
    double name = 0;
    double missing = 0;
    double note = 0;
    for (const StripRow& row : chart.rows) {
        name = std::max(name, text_width(row.name, TextStyle::label));
        missing = std::max(missing, missing_width(row));
        note = std::max(note, text_width(row.note, TextStyle::small));
    }
    Columns columns{width < least_with_names_beside};
    columns.notes = std::min(note, width * (columns.is_narrow ? 0.45 : 0.22));
    columns.names = columns.is_narrow ? width - (columns.notes > 0 ? columns.notes + gap : 0)
                                      : std::min(name, width * 0.36);
    columns.strip.start = columns.is_narrow || columns.names == 0 ? 0 : columns.names + gap;
    columns.missing_right = width - (columns.is_narrow || columns.notes == 0 ? 0 : columns.notes + gap);
    columns.strip.end = columns.missing_right - std::min(missing, width * 0.3);
    return columns;
}

/// Everything of a row, placed around its line at y = 0.
struct Layout {
    std::vector<const StripDot*> dots;
    std::vector<Point> places;
    Linear x;
    std::vector<Caption> captions;
    std::vector<std::string> name;
    std::vector<std::string> note;
    double head = 0;  // name and note above a narrow strip
    double above = least_above;
    double below = captions_gap;
};

Linear scale_of(const std::vector<const StripDot*>& dots, Range strip) {
    Extent extent;
    double margin = 1.5 * large_radius;
    for (const StripDot* const dot : dots) {
        add_to(extent, dot->quantity);
        const bool is_bound =
            dot->quantity.kind == Quantity::Kind::at_least || dot->quantity.kind == Quantity::Kind::at_most;
        if (is_bound) margin = arrow_room;
    }
    margin = std::min(margin, (strip.end - strip.start) / 4);
    return Linear(extent.domain(), {strip.start + margin, strip.end - margin});
}

Layout layout_of(const DotStrip& chart, const StripRow& row, const Columns& columns) {
    const std::vector<const StripDot*> dots = drawn_dots(row);
    const Linear x = scale_of(dots, columns.strip);
    Layout layout{dots,
                  place_dots(chart, dots, x),
                  x,
                  placed_captions(captions_of(chart, dots, x, columns.strip), columns.strip),
                  wrap(row.name, columns.names, TextStyle::label, 2),
                  wrap(row.note, columns.notes, TextStyle::small, 2)};
    for (std::size_t i = 0; i < dots.size(); ++i)
        layout.above = std::max(layout.above, 1.5 * radius_of(*dots[i]) - layout.places[i].y);
    for (const Caption& caption : layout.captions)
        layout.below = std::max(layout.below, captions_gap + static_cast<double>(caption.line + 1) *
                                                                 line_height(TextStyle::label));
    const double name = static_cast<double>(layout.name.size()) * line_height(TextStyle::label);
    const double note = static_cast<double>(layout.note.size()) * line_height(TextStyle::small);
    if (columns.is_narrow) {
        layout.head = std::max(name, note);
    } else {
        layout.above = std::max({layout.above, name / 2, note / 2});
        layout.below = std::max({layout.below, name / 2, note / 2});
    }
    return layout;
}

struct Groups {
    Group lines{"strips"};
    Group connectors{"connectors"};
    Group markers{"markers"};
    Group names{"names"};
    Group texts{"values"};
};

void add_marks(Groups& groups, const DotStrip& chart, const Layout& layout, double middle) {
    for (std::size_t i = layout.dots.size(); i-- > 0;) {  // the large ones come last, on top
        const StripDot& dot = *layout.dots[i];
        add_point_on_horizontal(groups.markers,
                                {dot.quantity, dot.slot, dot.emphasis, dot.name, radius_of(dot)}, layout.x,
                                middle + layout.places[i].y);
        if (chart.joins_highlighted && !is_large(dot))
            std::get<Marker>(groups.markers.shapes.back()).classes += " quiet";
    }
}

/// The stretch between the outermost large marks.
void add_connector(Group& group, const Layout& layout, double middle) {
    Extent ends;
    for (const StripDot* const dot : layout.dots)
        if (is_large(*dot)) ends.add(layout.x(dot->quantity.middle()));
    if (ends.domain().low < ends.domain().high && !ends.empty())
        group.shapes.push_back(Line{{ends.domain().low, middle}, {ends.domain().high, middle}, "connector"});
}

/// Value and name hug the place where they meet, so that they read as one in a font narrower than the
/// measure.
void add_captions(Group& texts, const Layout& layout, double middle) {
    for (const Caption& caption : layout.captions) {
        const double baseline = middle + captions_gap +
                                static_cast<double>(caption.line) * line_height(TextStyle::label) +
                                ascent(TextStyle::label);
        const Quantity& quantity = caption.dot->quantity;
        const std::string classes = is_large(*caption.dot) ? "value" : "value soft";
        if (caption.name.empty()) {
            texts.shapes.push_back(
                Text{{caption.centre, baseline}, quantity.text, caption.style(), Anchor::middle, classes});
            continue;
        }
        const double meet = caption.centre - caption.width / 2 + 4 + caption.value_width() + 2;
        texts.shapes.push_back(
            Text{{meet - 2, baseline}, quantity.text, caption.style(), Anchor::end, classes});
        texts.shapes.push_back(Text{{meet + 2, baseline},
                                    caption.name,
                                    TextStyle::label,
                                    Anchor::start,
                                    "name",
                                    caption.name == caption.dot->name ? "" : caption.dot->name});
    }
}

/// As many markers as there is room for, then the sign, for each sign.
void add_missing(Groups& groups, const StripRow& row, const Columns& columns, double middle) {
    double x = columns.strip.end + 12;
    for (const Missing& group : missing_of(row)) {
        const double sign_width = text_width(group.sign, TextStyle::small);
        for (const StripDot* const dot : group.dots) {
            if (x + missing_step + sign_width > columns.missing_right + 0.01) break;
            PointMark mark{dot->quantity, dot->slot, dot->emphasis, dot->name, small_radius};
            mark.quantity.status = Status::provisional;  // hollow
            groups.markers.shapes.push_back(marker_of(mark, {x + small_radius, middle}));
            x += missing_step;
        }
        const std::string sign = shorten(group.sign, columns.missing_right - x, TextStyle::small);
        if (sign.empty()) return;
        groups.texts.shapes.push_back(Text{{x, middle + ascent(TextStyle::small) / 2 - 1},
                                           sign,
                                           TextStyle::small,
                                           Anchor::start,
                                           "no-data"});
        x += sign_width + 12;
    }
}

void add_names(Groups& groups, const StripRow& row, const Layout& layout, const Columns& columns,
               double width, double top, double middle) {
    const double name_height = static_cast<double>(layout.name.size()) * line_height(TextStyle::label);
    const double note_height = static_cast<double>(layout.note.size()) * line_height(TextStyle::small);
    add_text_lines(groups.names, layout.name, {0, columns.is_narrow ? top : middle - name_height / 2 + 1},
                   TextStyle::label, Anchor::start, "",
                   fits(row.name, columns.names, TextStyle::label, 2) ? "" : row.name);
    add_text_lines(groups.texts, layout.note,
                   {width, columns.is_narrow ? top + 1 : middle - note_height / 2 + 1}, TextStyle::small,
                   Anchor::end, "note", fits(row.note, columns.notes, TextStyle::small, 2) ? "" : row.note);
}

/// Returns where the row ends.
double add_row(Groups& groups, const DotStrip& chart, const StripRow& row, const Columns& columns,
               double width, double top) {
    const Layout layout = layout_of(chart, row, columns);
    const double middle = top + layout.head + layout.above;
    if (layout.dots.empty()) {
        groups.lines.shapes.push_back(Rect{{columns.strip.start, middle - 6, columns.strip.end, middle + 6},
                                           "bar missing",
                                           row.name,
                                           "missing"});
    } else {
        const Domain ends = layout.x.domain();
        groups.lines.shapes.push_back(
            Line{{layout.x(ends.low), middle}, {layout.x(ends.high), middle}, "gridline"});
    }
    if (chart.joins_highlighted) add_connector(groups.connectors, layout, middle);
    add_marks(groups, chart, layout, middle);
    add_captions(groups.texts, layout, middle);
    add_missing(groups, row, columns, middle);
    add_names(groups, row, layout, columns, width, top, middle);
    return middle + layout.below;
}

}  // namespace

Drawing draw(const DotStrip& chart, double width) {
    const Columns columns = columns_of(chart, width);
    Groups groups;
    double top = 0;
    for (const StripRow& row : chart.rows)
        top = add_row(groups, chart, row, columns, width, top) + strip_gap;
    Drawing drawing{width, chart.rows.empty() ? 2 : top - strip_gap + 2};
    for (Group* const group :
         {&groups.lines, &groups.connectors, &groups.markers, &groups.names, &groups.texts})
        drawing.groups.push_back(std::move(*group));
    return drawing;
}

}  // namespace regioscope::chart
