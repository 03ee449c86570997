// regions.json: regions with the forms of their names, the areas they are measured on, and sets of regions.
#include <fmt/format.h>

#include <algorithm>

#include "data/readers.h"

namespace regioscope::data {

using json::Kind;

namespace {

bool is_nuts(std::string_view text) {
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    return text.size() >= 2 && text.size() <= 5 && upper(text[0]) && upper(text[1]) &&
           std::all_of(text.begin() + 2, text.end(),
                       [&](char c) { return upper(c) || (c >= '0' && c <= '9'); });
}

std::vector<NameForms> read_names(Entry& region) {
    std::vector<NameForms> all;
    const json::Value* const names = region.of("names", Kind::object);
    if (names == nullptr) return all;
    if (names->members.empty())
        region.findings().error("empty-text", names->span, "this text is in no language");
    check_languages(*names, region.context());
    for (const json::Member& member : names->members) {
        Entry entry(member.value, region.context());
        NameForms forms;
        forms.language = member.key;
        forms.name = entry.string("name");
        forms.short_name = entry.string("short", Need::optional);
        if (forms.short_name.empty()) forms.short_name = forms.name;
        forms.in = entry.string("in");
        forms.of = entry.string("of");
        forms.the = entry.string("the");
        all.push_back(std::move(forms));
    }
    return all;
}

std::optional<Position> read_position(Entry& region) {
    const json::Value* const value = region.optional("position");
    if (value == nullptr) return std::nullopt;
    Entry entry(*value, region.context());
    const auto latitude = entry.number("latitude", -90, 90);
    const auto longitude = entry.number("longitude", -180, 180);
    if (!latitude || !longitude) return std::nullopt;
    return Position{*latitude, *longitude};
}

std::optional<Boundaries> read_boundaries(Entry& area) {
    const json::Value* const value = area.of("boundaries", Kind::object, Need::optional);
    if (value == nullptr) return std::nullopt;
    Entry entry(*value, area.context());
    Boundaries boundaries;
    boundaries.scheme = entry.string("scheme");
    boundaries.version = entry.string("version");
    boundaries.codes = entry.strings("codes", Need::optional);
    boundaries.span = value->span;
    return boundaries;
}

/// The text that a region's only area goes by: the region's own names.
Text as_text(const std::vector<NameForms>& names, Span span) {
    Text text;
    text.span = span;
    for (const NameForms& forms : names)
        text.entries.push_back({forms.language, forms.name, span});
    return text;
}

void add_area(Area area, Dataset& out, Findings& findings) {
    const AreaIndex index{static_cast<std::uint32_t>(out.areas.size())};
    const auto [place, is_new] = out.area_by_id.emplace(area.id, index);
    if (!is_new) {
        findings.error("duplicate-id", area.span, fmt::format("the area '{}' is declared twice", area.id))
            .note("the first one is here", out[place->second].span);
        return;
    }
    out.regions[static_cast<std::size_t>(area.region)].areas.push_back(index);
    out.areas.push_back(std::move(area));
}

void read_areas(Entry& region, RegionIndex index, Dataset& out) {
    const Region& owner = out[index];
    if (!region.has("areas")) {
        region.optional("areas");
        add_area(
            {owner.id, index, 0, as_text(owner.names, owner.span), {}, owner.span, read_boundaries(region)},
            out, region.findings());
        return;
    }
    if (region.has("boundaries")) {
        region.optional("boundaries");
        region.findings().error("misplaced-key", region.span_of("boundaries"),
                                "of a region with areas each area says which boundaries it has");
    }
    std::uint32_t preference = 0;
    region.members("areas", Need::required, [&](const json::Member& member) {
        Entry entry(member.value, region.context());
        Area area;
        area.id = member.key;
        area.region = index;
        area.preference = preference++;
        area.span = member.key_span;
        area.name = entry.name("name");
        area.note = entry.words("note", Need::optional);
        area.boundaries = read_boundaries(entry);
        add_area(std::move(area), out, region.findings());
    });
    if (preference == 0)
        region.findings().error("empty-list", region.span_of("areas"),
                                "a region has at least one area; leave the key out if it is its own");
}

void read_region(const json::Member& member, const Context& context, Dataset& out) {
    const Owning owning(context.texts, Owner::Kind::region, member.key);
    Entry entry(member.value, context);
    Region region;
    region.id = member.key;
    region.span = member.key_span;
    if (const auto kind = entry.choice("kind", region_kind_words)) region.kind = *kind;
    region.country = entry.matching("country", Need::required, is_country_code, "invalid-country",
                                    "country code of two small letters");
    region.names = read_names(entry);
    region.nuts = entry.matching("nuts", Need::optional, is_nuts, "invalid-nuts", "NUTS code");
    region.position = read_position(entry);
    region.municipalities = entry.strings("municipalities", Need::optional);
    region.note = entry.text("note", Need::optional);
    const RegionIndex index{static_cast<std::uint32_t>(out.regions.size())};
    out.region_by_id.emplace(region.id, index);
    out.regions.push_back(std::move(region));
    read_areas(entry, index, out);
}

void read_set(const json::Member& member, const Context& context, Dataset& out) {
    const Owning owning(context.texts, Owner::Kind::set, member.key);
    Entry entry(member.value, context);
    RegionSet set;
    set.id = member.key;
    set.span = member.key_span;
    set.name = entry.name("name");
    entry.items("regions", Need::required, [&](const json::Value& item) {
        const auto region = resolve(item, out.region_by_id, "region", context.findings);
        if (!region) return;
        if (std::find(set.regions.begin(), set.regions.end(), *region) != set.regions.end()) {
            context.findings.error("duplicate-item", item.span,
                                   fmt::format("'{}' stands twice in this set", item.text));
        }
        set.regions.push_back(*region);
    });
    if (const json::Value* const list = member.value.find("regions");
        list != nullptr && list->kind == Kind::list && list->items.empty()) {
        context.findings.error("empty-list", list->span, "a set has at least one region");
    }
    out.region_sets.push_back(std::move(set));
}

}  // namespace

void read_regions(const json::Value& file, const Context& context, Dataset& out) {
    Entry entry(file, context);
    entry.optional_text("$schema");
    entry.members("regions", Need::required,
                  [&](const json::Member& member) { read_region(member, context, out); });
    entry.members("sets", Need::optional,
                  [&](const json::Member& member) { read_set(member, context, out); });
}

}  // namespace regioscope::data
