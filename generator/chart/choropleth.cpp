#include "chart/choropleth.h"

#include <algorithm>

#include "chart/axis.h"
#include "chart/bar_mark.h"
#include "chart/label_space.h"
#include "chart/scale/colour.h"

namespace regioscope::chart {

namespace {

constexpr double disc_radius = 11;
constexpr double swatch_width = 22;
constexpr double swatch_height = 12;
constexpr double key_gap = 10;

MapView choropleth_view(const Choropleth& chart, double width) {
    std::vector<GeoPoint> places;
    for (const ChoroplethRegion& region : chart.regions) {
        if (region.shape.empty()) places.push_back(region.at);
        add_places(region.shape, places);
    }
    return {places, width};
}

/// The lowest and the highest figure that are drawn; null where none is.
struct Ends {
    const Quantity* lowest = nullptr;
    const Quantity* highest = nullptr;
    bool has_missing = false;
};

Ends ends_of(const Choropleth& chart) {
    Ends ends;
    for (const ChoroplethRegion& region : chart.regions) {
        const Quantity& quantity = region.quantity;
        if (!quantity.is_drawn()) {
            ends.has_missing = true;
            continue;
        }
        if (ends.lowest == nullptr || quantity.middle() < ends.lowest->middle()) ends.lowest = &quantity;
        if (ends.highest == nullptr || quantity.middle() > ends.highest->middle()) ends.highest = &quantity;
    }
    return ends;
}

Sequential colours_between(const Ends& ends) {
    Extent extent;
    if (ends.lowest != nullptr) {
        extent.add(ends.lowest->middle());
        extent.add(ends.highest->middle());
    }
    return Sequential(extent.domain());
}

/// The lowest figure, the shades, the highest figure; behind them, or below, what has no figure.
double add_shades(Drawing& drawing, const Choropleth& chart, const Ends& ends, const Sequential& colours) {
    constexpr TextStyle style = TextStyle::small;
    constexpr double gap = 6;
    Group key{"key"};
    double x = 0;
    double top = 0;
    const auto write = [&](const std::string& words, double room) {
        const std::string shown = shorten(words, room, style);
        key.shapes.push_back(
            Text{{x, top + ascent(style) + 1}, shown, style, Anchor::start, "", shown == words ? "" : words});
        x += text_width(shown, style) + gap;
    };
    const auto add_swatch = [&](const std::string& classes, const std::string& hatch) {
        key.shapes.push_back(Rect{
            {x, top + 1, x + swatch_width, top + 1 + swatch_height}, joined("cell", classes), {}, hatch});
        x += swatch_width;
    };
    if (ends.lowest != nullptr) {
        const double low = ends.lowest->middle();
        const double stretch = (ends.highest->middle() - low) / Sequential::step_count;
        // All figures the same: one shade stands for them.
        const int count = stretch > 0 ? Sequential::step_count : 1;
        const double room = (drawing.width - count * swatch_width - 3 * gap) / 2;
        write(ends.lowest->text, room);
        for (int i = 0; i < count; ++i)
            add_swatch(colours(low + (i + 0.5) * stretch), "");
        x += gap;
        if (count > 1) write(ends.highest->text, room);
        x += key_gap;
    }
    if (ends.has_missing) {
        if (x > 0 && x + swatch_width + gap + text_width(chart.missing, style) > drawing.width) {
            x = 0;
            top += line_height(style) + 3;
        }
        add_swatch("missing", "missing");
        x += gap;
        write(chart.missing, drawing.width - x);
    }
    drawing.groups.push_back(std::move(key));
    return top + std::max(line_height(style), swatch_height) + key_gap;
}

std::string shade_of(const Quantity& quantity, const Sequential& colours) {
    return quantity.is_drawn() ? colours(quantity.middle()) : "missing";
}

/// A region as it lies on the map, and where its words go.
struct PlacedArea {
    const ChoroplethRegion* region = nullptr;
    Path shape;
    Point middle;
};

std::vector<PlacedArea> placed_on(const Choropleth& chart, const MapView& view, const Sequential& colours) {
    std::vector<PlacedArea> placed;
    for (const ChoroplethRegion& region : chart.regions) {
        PlacedArea one{
            &region, view.outline(region.shape, joined("area", shade_of(region.quantity, colours))), {}};
        if (const auto middle = middle_of(one.shape)) {
            one.middle = *middle;
        } else if (is_finite(region.at)) {
            one.middle = view(region.at);
        } else {
            continue;
        }
        one.shape.tip = tip_of(region.name, region.quantity);
        placed.push_back(std::move(one));
    }
    return placed;
}

void add_areas(Drawing& drawing, const std::vector<PlacedArea>& placed) {
    Group areas{"areas"};
    Group edges{"edges"};
    for (const PlacedArea& one : placed) {
        const Quantity& quantity = one.region->quantity;
        if (one.shape.parts.empty()) {
            areas.shapes.push_back(
                Marker{one.middle, disc_radius, MarkerShape::circle, one.shape.classes, one.shape.tip});
            continue;
        }
        areas.shapes.push_back(one.shape);
        const bool is_unsure = quantity.is_drawn() && quantity.status != Status::firm;
        if (!is_unsure && one.region->emphasis != Emphasis::highlighted) continue;
        Path edge = one.shape;
        edge.classes = is_unsure ? "area-edge unsure" : "area-edge";
        edge.tip.clear();
        edges.shapes.push_back(std::move(edge));
    }
    drawing.groups.push_back(std::move(areas));
    drawing.groups.push_back(std::move(edges));
}

/// The words of a region: in its shape where they have room, so that no line crosses them; else beside it,
/// where no other region lies.
class AreaWords {
  public:
    AreaWords(const std::vector<PlacedArea>& placed, const Box& frame) : inside_(frame), outside_(frame) {
        for (const PlacedArea& one : placed)
            outside_.take(grown(box_of(one), 1));
    }

    void add(const PlacedArea& one, const std::string& ink, Group& labels) {
        const ChoroplethRegion& region = *one.region;
        const TextStyle style =
            region.emphasis == Emphasis::highlighted ? TextStyle::strong : TextStyle::small;
        const std::vector<std::string> both = {region.name, region.quantity.text};
        const std::string joint = region.name + " " + region.quantity.text;
        if (add_inside(one, {joint}, style, ink, labels) || add_inside(one, both, style, ink, labels) ||
            add_outside(one, joint, style, labels))
            return;
        add_inside(one, {region.quantity.text}, style, ink, labels);
    }

  private:
    static Box box_of(const PlacedArea& one) {
        if (!one.shape.parts.empty()) return chart::box_of(Shape(one.shape));
        return grown({one.middle.x, one.middle.y, one.middle.x, one.middle.y}, disc_radius);
    }

    /// Lines under each other around the middle; each must lie in the shape from end to end.
    bool add_inside(const PlacedArea& one, const std::vector<std::string>& lines, TextStyle style,
                    const std::string& ink, Group& labels) {
        std::vector<Text> texts;
        const double height = line_height(style) * static_cast<double>(lines.size());
        double y = one.middle.y - height / 2 + ascent(style) + (line_height(style) - ascent(style)) / 2;
        for (const std::string& line : lines) {
            texts.push_back(
                {{one.middle.x, y}, line, style, Anchor::middle, joined("value inside", ink), {}});
            const Box box = chart::box_of(texts.back());
            if (!inside_.is_free(box) || !holds(one.shape, box)) return false;
            y += line_height(style);
        }
        for (Text& text : texts) {
            inside_.take(chart::box_of(text));
            outside_.take(chart::box_of(text));
            labels.shapes.push_back(std::move(text));
        }
        return true;
    }

    bool add_outside(const PlacedArea& one, const std::string& words, TextStyle style, Group& labels) {
        const Box box = box_of(one);
        const double beside = box.width() / 2;
        const double above = box.height() / 2;
        const Text text{{}, words, style};
        std::vector<Text> places;
        const Point middle{(box.left + box.right) / 2, (box.top + box.bottom) / 2};
        for (const double distance : {beside, above}) {
            const std::vector<Text> around = places_around(text, middle, distance);
            // Right and left count from the sides, above and below from the other ends.
            const std::size_t first = distance == beside ? 0 : 2;
            places.insert(places.end(), around.begin() + static_cast<std::ptrdiff_t>(first),
                          around.begin() + static_cast<std::ptrdiff_t>(first + 2));
            if (beside == above) places = around;
        }
        auto placed = outside_.place(places);
        if (!placed) return false;
        inside_.take(chart::box_of(*placed));
        labels.shapes.push_back(std::move(*placed));
        return true;
    }

    /// Do all corners of a box, and the middles of its sides, lie in the shape?
    static bool holds(const Path& shape, const Box& box) {
        const double middle = (box.left + box.right) / 2;
        for (const double x : {box.left, middle, box.right}) {
            for (const double y : {box.top, box.bottom}) {
                if (!contains(shape, {x, y})) return false;
            }
        }
        return true;
    }

    LabelSpace inside_;
    LabelSpace outside_;
};

void add_area_words(Drawing& drawing, const std::vector<PlacedArea>& placed, const MapView& view,
                    const Sequential& colours) {
    if (drawing.width < least_map_with_names) return;
    AreaWords words(placed, view.frame());
    Group labels{"labels"};
    for (const PlacedArea& one : placed) {
        const std::string shade = shade_of(one.region->quantity, colours);
        words.add(one, shade == "missing" ? "no-data" : ink_on(shade), labels);
    }
    drawing.groups.push_back(std::move(labels));
}

}  // namespace

Drawing draw(const Choropleth& chart, double width) {
    if (chart.regions.empty()) return {width, 2};
    const MapView view = choropleth_view(chart, width);
    const Ends ends = ends_of(chart);
    const Sequential colours = colours_between(ends);
    Drawing map{width, view.frame().bottom};
    Group land{"land-areas"};
    for (const Rings& rings : chart.land) {
        Path path = view.outline(rings, "land");
        if (!path.parts.empty()) land.shapes.push_back(std::move(path));
    }
    map.groups.push_back(std::move(land));
    const std::vector<PlacedArea> placed = placed_on(chart, view, colours);
    add_areas(map, placed);
    add_area_words(map, placed, view, colours);

    Drawing drawing{width, 0};
    const double top = add_shades(drawing, chart, ends, colours);
    map = moved(std::move(map), 0, top);
    drawing.height = top + map.height;
    drawing.groups.insert(drawing.groups.end(), map.groups.begin(), map.groups.end());
    return drawing;
}

}  // namespace regioscope::chart
