// Regions, the areas that figures of them were measured on, and named sets of regions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/source.h"
#include "base/word_table.h"
#include "data/index.h"
#include "data/text.h"

namespace regioscope::data {

/// A region's name in one language, with the forms that sentences need.
struct NameForms {
    std::string language;
    std::string name;
    /// Defaults to name.
    std::string short_name;
    /// "in het Emsland", "im Emsland".
    std::string in;
    /// "van het Emsland", "des Emslands".
    std::string of;
    /// "het Emsland", "das Emsland": the name as a subject or object.
    std::string the;
};

enum class RegionKind { study, benchmark, context };
inline constexpr WordTable<RegionKind, 3> region_kind_words = {{"study", "benchmark", "context"}};

struct Position {
    Decimal latitude;
    Decimal longitude;
};

/// Whose division of the land an area is taken from, as of when, and which of its units it consists of.
struct Boundaries {
    /// `NUTS`, `COROP`, `Kreise`.
    std::string scheme;
    /// Divisions change: a year, or a day (Gebietsstand).
    std::string version;
    /// Empty: not said.
    std::vector<std::string> codes;
    Span span;
};

struct Area {
    std::string id;
    RegionIndex region{};
    /// 0 for the region's first choice; an observation on any other area is off-area.
    std::uint32_t preference = 0;
    Text name;
    Text note;
    Span span;
    std::optional<Boundaries> boundaries = {};
};

struct Region {
    std::string id;
    RegionKind kind = RegionKind::study;
    /// ISO 3166-1 alpha-2, lower case.
    std::string country;
    std::vector<NameForms> names;
    std::string nuts;
    std::optional<Position> position;
    std::vector<std::string> municipalities;
    std::vector<AreaIndex> areas;
    Text note;
    Span span;
};

struct RegionSet {
    std::string id;
    Text name;
    std::vector<RegionIndex> regions;
    Span span;
};

}  // namespace regioscope::data
