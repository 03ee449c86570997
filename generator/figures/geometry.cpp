#include "figures/geometry.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/budget.h"

namespace regioscope::figures {

using chart::GeoPoint;
using Type = json::Kind;
using json::Value;

namespace {

using Ring = std::vector<GeoPoint>;

/// On no map is a region wider than this many of its steps.
constexpr double steps_across = 2'000;
/// What a point costs to read, project and clip.
constexpr std::uint64_t units_of_point = 40;
constexpr std::size_t least_corners = 3;
/// Of one region. A coast has fewer; what has more goes to and fro, and no map could show it.
constexpr std::size_t most_corners = 8'000;

std::size_t corner_count(const chart::Rings& rings) {
    std::size_t count = 0;
    for (const Ring& ring : rings)
        count += ring.size();
    return count;
}

/// Corners that lie a step from each other; islands smaller than that go.
chart::Rings in_steps(const chart::Rings& rings, double step) {
    chart::Rings kept;
    for (const Ring& ring : rings) {
        Ring thin;
        for (const GeoPoint& point : ring) {
            if (thin.empty() || std::hypot(point.longitude - thin.back().longitude,
                                           point.latitude - thin.back().latitude) >= step)
                thin.push_back(point);
        }
        if (thin.size() >= least_corners) kept.push_back(std::move(thin));
    }
    return kept;
}

/// The first corners, as many as there may be.
chart::Rings cut_off(const chart::Rings& rings) {
    chart::Rings kept;
    std::size_t room = most_corners;
    for (const Ring& ring : rings) {
        if (room < least_corners) break;
        kept.emplace_back(ring.begin(),
                          ring.begin() + static_cast<std::ptrdiff_t>(std::min(room, ring.size())));
        room -= kept.back().size();
    }
    return kept;
}

/// The object under a key; null when it is not there, or of another kind.
const Value* find_of(const Value& object, std::string_view key, Type kind) {
    const Value* const found = object.kind == Type::object ? object.find(key) : nullptr;
    return found != nullptr && found->kind == kind ? found : nullptr;
}

std::string_view type_of(const Value& object) {
    const Value* const type = find_of(object, "type", Type::text);
    return type == nullptr ? std::string_view() : std::string_view(type->text);
}

/// Where a finding about something large stands: at its beginning.
Span beginning(const Value& value) {
    return {value.span.source, value.span.begin, value.span.begin + 1};
}

/// Reads what both formats have: features with a code, polygons of rings. How a ring is written is theirs.
class ShapeReader {
  public:
    ShapeReader(std::string_view code, Findings& findings) : code_(code), findings_(findings) {}
    virtual ~ShapeReader() = default;
    ShapeReader(const ShapeReader&) = delete;
    ShapeReader& operator=(const ShapeReader&) = delete;

    /// A feature, or a geometry of a topology.
    void add(const Value& feature, const Value& geometry) {
        const std::string code = code_of(feature);
        if (code.empty()) return;
        const std::string_view type = type_of(geometry);
        const Value* const shape = coordinates_of(geometry);
        chart::Rings rings;
        if (shape == nullptr || (type != "Polygon" && type != "MultiPolygon")) {
            bad(geometry, fmt::format("'{}' is no Polygon and no MultiPolygon", code));
            return;
        }
        if (type == "Polygon") {
            add_polygon(*shape, rings);
        } else {
            for (const Value& polygon : shape->items)
                add_polygon(polygon, rings);
        }
        if (rings.empty()) return;
        if (!shapes_.emplace(code, thinned(rings)).second)
            findings_.error("duplicate-code", beginning(feature),
                            fmt::format("'{}' stands twice in this file", code));
    }

    std::map<std::string, chart::Rings, std::less<>> take() { return std::move(shapes_); }
    bool has_stopped() const { return has_stopped_; }

  protected:
    virtual const Value* coordinates_of(const Value& geometry) const = 0;
    /// Nothing when it is told what is wrong with it.
    virtual std::optional<Ring> ring_of(const Value& written) = 0;

    void bad(const Value& place, std::string message) {
        findings_.error("bad-geometry", beginning(place), std::move(message));
    }

    /// False when it is no place on earth.
    bool take_point(const Value& place, double longitude, double latitude, Ring& ring) {
        if (!spend(place)) return false;
        const bool is_on_earth = std::abs(longitude) <= 180 && std::abs(latitude) <= 90;
        if (!is_on_earth) {
            if (!has_told_degrees_) {
                has_told_degrees_ = true;
                findings_
                    .error(
                        "bad-geometry", beginning(place),
                        fmt::format("[{}, {}] are no degrees of longitude and latitude", longitude, latitude))
                    .note("the file is in another system of coordinates: convert it to WGS 84 (EPSG:4326)");
            }
            return false;
        }
        ring.push_back({longitude, latitude});
        return true;
    }

  private:
    bool spend(const Value& place) {
        if (has_stopped_) return false;
        if (Budget::of_build().spend(units_of_point)) return true;
        has_stopped_ = true;
        findings_.add(too_much_work(beginning(place), "these boundaries have too many points"));
        return false;
    }

    /// A feature without one cannot be asked for, and is passed over.
    std::string code_of(const Value& feature) const {
        const Value* const properties = find_of(feature, "properties", Type::object);
        const Value* const found = code_.empty()           ? feature.find("id")
                                   : properties == nullptr ? nullptr
                                                           : properties->find(code_);
        const bool is_code = found != nullptr && (found->kind == Type::text || found->kind == Type::number);
        return is_code ? found->text : std::string();
    }

    void add_polygon(const Value& polygon, chart::Rings& rings) {
        if (polygon.kind != Type::list) return bad(polygon, "expected a list of rings");
        for (const Value& written : polygon.items) {
            auto ring = ring_of(written);
            if (!ring) return;
            if (ring->size() > 1 && ring->front().longitude == ring->back().longitude &&
                ring->front().latitude == ring->back().latitude)
                ring->pop_back();
            if (ring->size() < least_corners) {
                bad(written, fmt::format("a ring has at least {} corners", least_corners));
            } else {
                rings.push_back(*std::move(ring));
            }
        }
    }

    /// Islands smaller than a step go too, unless the shape consists of such.
    static chart::Rings thinned(const chart::Rings& rings) {
        double low = 180;
        double high = -180;
        for (const Ring& ring : rings) {
            for (const GeoPoint& point : ring) {
                low = std::min(low, point.latitude);
                high = std::max(high, point.latitude);
            }
        }
        chart::Rings kept;
        constexpr double least_step = 1e-9;
        double step = std::max((high - low) / steps_across, least_step);
        for (chart::Rings thin = in_steps(rings, step); !thin.empty(); thin = in_steps(kept, step *= 2)) {
            kept = std::move(thin);
            if (corner_count(kept) <= most_corners) return kept;
        }
        return cut_off(kept.empty() ? rings : kept);
    }

    std::string code_;
    Findings& findings_;
    std::map<std::string, chart::Rings, std::less<>> shapes_;
    bool has_told_degrees_ = false;
    bool has_stopped_ = false;
};

class GeoJsonReader : public ShapeReader {
  public:
    using ShapeReader::ShapeReader;

  protected:
    const Value* coordinates_of(const Value& geometry) const override {
        return find_of(geometry, "coordinates", Type::list);
    }
    std::optional<Ring> ring_of(const Value& written) override {
        Ring ring;
        for (const Value& corner : written.items) {
            const bool is_pair = corner.kind == Type::list && corner.items.size() >= 2 &&
                                 corner.items[0].kind == Type::number && corner.items[1].kind == Type::number;
            if (!is_pair) {
                bad(corner, "expected [longitude, latitude]");
                return std::nullopt;
            }
            if (!take_point(corner, corner.items[0].number.to_double(), corner.items[1].number.to_double(),
                            ring))
                return std::nullopt;
        }
        return ring;
    }
};

/// Boundaries that neighbours share are written once, as arcs; a ring is a list of numbers of arcs, of which
/// the negative ones run the other way. With a `transform` an arc holds steps of a grid, each from the last.
class TopoJsonReader : public ShapeReader {
  public:
    TopoJsonReader(const Value& topology, std::string_view code, Findings& findings)
        : ShapeReader(code, findings), arcs_(find_of(topology, "arcs", Type::list)) {
        const Value* const transform = find_of(topology, "transform", Type::object);
        if (transform == nullptr) return;
        scale_ = pair_of(find_of(*transform, "scale", Type::list));
        shift_ = pair_of(find_of(*transform, "translate", Type::list));
        if (!scale_ || !shift_) bad(*transform, "expected a \"scale\" and a \"translate\" of two numbers");
    }

  protected:
    const Value* coordinates_of(const Value& geometry) const override {
        return find_of(geometry, "arcs", Type::list);
    }

    std::optional<Ring> ring_of(const Value& written) override {
        Ring ring;
        for (const Value& word : written.items) {
            const auto index = arc_index(word);
            if (!index) {
                bad(word, "there is no such arc");
                return std::nullopt;
            }
            Ring arc;
            if (!read_arc(arcs_->items[*index], arc)) return std::nullopt;
            if (word.number < Decimal(0)) std::reverse(arc.begin(), arc.end());
            // The first corner of an arc is the last one of the arc before it.
            const std::size_t skipped = ring.empty() || arc.empty() ? 0 : 1;
            ring.insert(ring.end(), arc.begin() + static_cast<std::ptrdiff_t>(skipped), arc.end());
        }
        return ring;
    }

  private:
    struct Pair {
        double x = 0;
        double y = 0;
    };

    static std::optional<Pair> pair_of(const Value* list) {
        if (list == nullptr || list->items.size() < 2 || list->items[0].kind != Type::number ||
            list->items[1].kind != Type::number)
            return std::nullopt;
        return Pair{list->items[0].number.to_double(), list->items[1].number.to_double()};
    }

    /// `-1` is arc 0 the other way round.
    std::optional<std::size_t> arc_index(const Value& word) const {
        if (arcs_ == nullptr || word.kind != Type::number) return std::nullopt;
        const double number = word.number.to_double();
        const double index = number < 0 ? -number - 1 : number;
        const bool is_there = std::floor(index) == index && index < static_cast<double>(arcs_->items.size());
        return is_there ? std::optional(static_cast<std::size_t>(index)) : std::nullopt;
    }

    bool read_arc(const Value& written, Ring& arc) {
        Pair at;
        for (const Value& corner : written.items) {
            const auto pair = corner.kind == Type::list ? pair_of(&corner) : std::nullopt;
            if (!pair) {
                bad(corner, "expected two numbers");
                return false;
            }
            if (scale_ && shift_) {
                at.x += pair->x;
                at.y += pair->y;
                if (!take_point(corner, at.x * scale_->x + shift_->x, at.y * scale_->y + shift_->y, arc))
                    return false;
            } else if (!take_point(corner, pair->x, pair->y, arc)) {
                return false;
            }
        }
        return true;
    }

    const Value* arcs_;
    std::optional<Pair> scale_;
    std::optional<Pair> shift_;
};

/// Features, or geometries of all objects of a topology, each with what is asked for its code.
template <class Use>
void for_each_feature(const Value& file, Use use) {
    if (type_of(file) == "Topology") {
        const Value* const objects = find_of(file, "objects", Type::object);
        if (objects == nullptr) return;
        for (const json::Member& object : objects->members) {
            if (const Value* const geometries = find_of(object.value, "geometries", Type::list)) {
                for (const Value& geometry : geometries->items)
                    use(geometry, geometry);
            }
        }
        return;
    }
    const Value* const features = find_of(file, "features", Type::list);
    if (features == nullptr) return;
    for (const Value& feature : features->items) {
        if (const Value* const geometry = find_of(feature, "geometry", Type::object)) use(feature, *geometry);
    }
}

}  // namespace

std::map<std::string, chart::Rings, std::less<>> read_shapes(const Value& file, std::string_view code,
                                                             Findings& findings) {
    const auto read = [&](ShapeReader& reader) {
        for_each_feature(file, [&](const Value& feature, const Value& geometry) {
            if (!reader.has_stopped()) reader.add(feature, geometry);
        });
        return reader.take();
    };
    Findings found;
    std::map<std::string, chart::Rings, std::less<>> shapes;
    if (type_of(file) == "Topology") {
        TopoJsonReader reader(file, code, found);
        shapes = read(reader);
    } else {
        GeoJsonReader reader(code, found);
        shapes = read(reader);
    }
    if (shapes.empty() && !found.has_errors()) {
        const std::string guess = guess_code(file);
        Finding& finding =
            found.error("no-geometry", beginning(file),
                        code.empty() ? "no feature here has an id and a shape"
                                     : fmt::format("no feature here has a '{}' and a shape", code));
        if (guess.empty()) {
            finding.note("expected GeoJSON (a FeatureCollection) or TopoJSON (a Topology)");
        } else {
            finding.note(fmt::format("the codes seem to stand in '{}': name it in \"code\"", guess));
        }
    }
    findings.merge(std::move(found));
    return shapes;
}

std::string guess_code(const Value& file) {
    std::string guess;
    const auto is_code_like = [](std::string_view key) {
        return key.ends_with("_ID") || key.ends_with("code") || key.ends_with("CODE") || key == "id" ||
               key == "AGS" || key == "ARS";
    };
    for_each_feature(file, [&](const Value& feature, const Value&) {
        const Value* const properties = find_of(feature, "properties", Type::object);
        if (!guess.empty() || properties == nullptr) return;
        for (const json::Member& member : properties->members) {
            if (guess.empty() && is_code_like(member.key)) guess = member.key;
        }
    });
    return guess;
}

}  // namespace regioscope::figures
