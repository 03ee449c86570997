#include "chart/locator_map.h"

#include "chart/label_space.h"

namespace regioscope::chart {

namespace {

MapView view_of(const LocatorMap& chart, double width) {
    std::vector<GeoPoint> places;
    for (const MapRegion& region : chart.regions) {
        places.push_back(region.at);
        add_places(region.shape, places);
    }
    return {places, width};
}

void add_land(Drawing& drawing, const LocatorMap& chart, const MapView& view) {
    Group land{"land-areas"};
    for (const Rings& rings : chart.land) {
        Path path = view.outline(rings, "land");
        if (!path.parts.empty()) land.shapes.push_back(std::move(path));
    }
    drawing.groups.push_back(std::move(land));
}

/// The regions whose boundaries are known, quietly: the markers on them tell whose they are.
void add_shapes(Drawing& drawing, const LocatorMap& chart, const MapView& view) {
    Group shapes{"region-areas"};
    for (const MapRegion& region : chart.regions) {
        Path path = view.outline(region.shape, joined("region-area", class_of(region.slot)));
        if (!path.parts.empty()) shapes.shapes.push_back(std::move(path));
    }
    drawing.groups.push_back(std::move(shapes));
}

/// Beside the marker, farther and farther away.
std::vector<Text> places_of_name(const MapRegion& region, const MapView& view) {
    const TextStyle style = region.emphasis == Emphasis::quiet ? TextStyle::label : TextStyle::strong;
    const Text name{{}, region.name, style};
    std::vector<Text> places;
    for (const double distance : {7.5, 18.0, 27.0, 40.0}) {
        const std::vector<Text> around = places_around(name, view(region.at), distance);
        places.insert(places.end(), around.begin(), around.end());
    }
    return places;
}

void add_names(Drawing& drawing, const LocatorMap& chart, const MapView& view) {
    LabelSpace space(view.frame());
    Group markers{"markers"};
    Group labels{"labels"};
    for (const MapRegion& region : chart.regions) {
        if (!is_finite(region.at)) continue;
        markers.shapes.push_back(Marker{view(region.at), 5.5, marker_shape(region.slot),
                                        joined("marker on-land", class_of(region.slot)), region.name});
        space.take(grown(box_of(markers.shapes.back()), 1));
    }
    for (const MapRegion& region : chart.regions) {
        if (!is_finite(region.at) || drawing.width < least_map_with_names) continue;
        if (auto text = space.place(places_of_name(region, view))) labels.shapes.push_back(std::move(*text));
    }
    drawing.groups.push_back(std::move(markers));
    drawing.groups.push_back(std::move(labels));
}

}  // namespace

Drawing draw(const LocatorMap& chart, double width) {
    if (chart.regions.empty()) return {width, 2};
    const MapView view = view_of(chart, width);
    Drawing drawing{width, view.frame().bottom};
    add_land(drawing, chart, view);
    add_shapes(drawing, chart, view);
    add_names(drawing, chart, view);
    return drawing;
}

}  // namespace regioscope::chart
