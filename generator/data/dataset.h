// Everything the datasets say, read once and never changed.
//
// Things refer to each other by index into the Dataset's lists; every thing that came from a file keeps its
// span.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "data/citation.h"
#include "data/facts.h"
#include "data/index.h"
#include "data/indicator.h"
#include "data/observation.h"
#include "data/period.h"
#include "data/region.h"
#include "data/registers.h"
#include "data/table.h"
#include "data/text.h"
#include "data/written_text.h"

namespace regioscope::data {

/// Hashes ids so that a lookup takes any kind of string.
struct IdHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view id) const { return std::hash<std::string_view>()(id); }
};

/// Finds things by id.
template <class Index>
using Lookup = std::unordered_map<std::string, Index, IdHash, std::equal_to<>>;

struct Dataset {
    std::vector<Region> regions;
    std::vector<Area> areas;
    std::vector<RegionSet> region_sets;
    std::vector<Theme> themes;
    std::vector<Unit> units;
    std::vector<Indicator> indicators;
    std::vector<Composition> compositions;
    std::vector<Source> sources;
    std::vector<Table> tables;
    /// In time order, each stretch of days once: comparing indices compares periods.
    std::vector<Period> periods;
    std::vector<Citation> citations;
    std::vector<Text> notes;
    /// Lists of indices into notes; the first list is empty.
    std::vector<std::vector<std::uint32_t>> note_lists = std::vector<std::vector<std::uint32_t>>(1);
    std::vector<Observation> observations;
    std::vector<Correction> corrections;
    std::vector<Acceptance> acceptances;
    std::vector<Check> checks;
    /// Of all editions: whoever shows or evaluates one takes its own facts (visible_facts).
    Facts all_facts;
    WrittenTexts texts;

    Lookup<RegionIndex> region_by_id;
    Lookup<AreaIndex> area_by_id;
    Lookup<IndicatorIndex> indicator_by_id;
    Lookup<ThemeIndex> theme_by_id;
    Lookup<UnitIndex> unit_by_id;
    Lookup<SourceIndex> source_by_id;
    Lookup<TableIndex> table_by_id;

    const Region& operator[](RegionIndex i) const { return regions[static_cast<std::size_t>(i)]; }
    const Area& operator[](AreaIndex i) const { return areas[static_cast<std::size_t>(i)]; }
    const Indicator& operator[](IndicatorIndex i) const { return indicators[static_cast<std::size_t>(i)]; }
    const Theme& operator[](ThemeIndex i) const { return themes[static_cast<std::size_t>(i)]; }
    const Unit& operator[](UnitIndex i) const { return units[static_cast<std::size_t>(i)]; }
    const Period& operator[](PeriodIndex i) const { return periods[static_cast<std::size_t>(i)]; }
    const Source& operator[](SourceIndex i) const { return sources[static_cast<std::size_t>(i)]; }
    const Table& operator[](TableIndex i) const { return tables[static_cast<std::size_t>(i)]; }
    const Observation& operator[](ObservationIndex i) const {
        return observations[static_cast<std::size_t>(i)];
    }

    const Citation& operator[](CitationIndex i) const { return citations[static_cast<std::size_t>(i)]; }
    const std::vector<std::uint32_t>& operator[](NoteListIndex i) const {
        return note_lists[static_cast<std::size_t>(i)];
    }

    const RegionSet* find_set(std::string_view id) const;
    const Composition* find_composition(std::string_view id) const;
    /// Whether or not an edition sees them.
    std::vector<std::string_view> goal_ids() const;
};

}  // namespace regioscope::data
