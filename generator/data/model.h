// The model: everything the datasets say, read once and never changed. Declarations only.
//
// Things refer to each other by index into the Dataset's lists; every thing that came from a file keeps its
// span.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/decimal.h"
#include "base/source.h"
#include "data/period.h"
#include "data/status.h"
#include "data/text.h"
#include "data/value.h"

namespace regioscope::data {

enum class RegionIndex : std::uint32_t {};
enum class AreaIndex : std::uint32_t {};
enum class IndicatorIndex : std::uint32_t {};
enum class ThemeIndex : std::uint32_t {};
enum class UnitIndex : std::uint32_t {};
enum class PeriodIndex : std::uint32_t {};
enum class SourceIndex : std::uint32_t {};
enum class TableIndex : std::uint32_t {};
enum class ObservationIndex : std::uint32_t {};
enum class CitationIndex : std::uint32_t {};
enum class NoteListIndex : std::uint32_t {};

// ---- Where a figure comes from ----

struct Locator {
    enum class Kind { table, section, note, figure, slide };
    Kind kind = Kind::section;
    /// The label as printed: "Tabel 2". Empty for a table whose rows each have their own locator.
    std::string label;
    /// 3–8 words of the document, for the test that looks the place up; never published.
    std::string anchor;
    Span span;
};

struct SourcePart {
    std::string id;
    Text title;
    Date published;
    Span span;
};

struct Source {
    std::string id;
    std::string title;
    std::string subtitle;
    std::string language;
    std::vector<std::string> authors;
    std::string publisher;
    std::string url;
    Date published;
    /// As written: `2016`, `2016-12` …, for showing it no finer than known.
    std::string published_written;
    Text licence;
    Text description;
    std::string extract;
    std::vector<SourcePart> parts;
    Span span;
};

struct Citation {
    SourceIndex source{};
    /// Index into the source's parts.
    std::optional<std::uint32_t> part;
    Locator locator;
};

// ---- Regions ----

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

struct Position {
    Decimal latitude;
    Decimal longitude;
};

struct Area {
    std::string id;
    RegionIndex region{};
    /// 0 for the region's first choice; an observation on any other area is off-area.
    std::uint32_t preference = 0;
    Text name;
    Text note;
    Span span;
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

// ---- Indicators ----

struct Theme {
    std::string id;
    Text name;
    Text description;
    Span span;
};

struct Unit {
    enum class Kind { percent, currency, count, number };
    std::string id;
    Kind kind = Kind::number;
    /// ISO 4217, for currencies.
    std::string currency;
    Text name;
    /// ICU message with {number} and {count}; may be empty.
    Text phrase;
    Span span;
};

enum class Polarity { neutral, higher_is_better, lower_is_better };

/// A declared operation over other indicators; see docs/datasets.md for the formulas.
struct Derivation {
    enum class Operation { sum, difference, ratio, share, per, change, index };
    Operation operation = Operation::sum;
    std::vector<IndicatorIndex> operands;
    Decimal scale = 1;
    std::optional<PeriodIndex> base;
    Span span;
};

struct Indicator {
    std::string id;
    ThemeIndex theme{};
    UnitIndex unit{};
    int decimals = 0;
    Polarity polarity = Polarity::neutral;
    Decimal about_equal;
    Text name;
    Text short_name;
    Text definition;
    Text note;
    /// ISO 8601 duration in months; 0 when none is declared.
    int cadence_months = 0;
    std::optional<Derivation> derivation;
    Span span;
};

/// Disjoint parts of a declared whole.
struct Composition {
    std::string id;
    Text name;
    std::vector<IndicatorIndex> parts;
    /// Nothing: the whole is the sum of the parts.
    std::optional<IndicatorIndex> whole;
    Decimal tolerance;
    Span span;
};

// ---- Observations and tables ----

struct Observation {
    IndicatorIndex indicator{};
    AreaIndex area{};
    PeriodIndex period{};
    TableIndex table{};
    std::optional<Value> value;
    Statuses statuses;
    /// Notes that hold for it: `dataset[observation.notes]` lists indices into Dataset::notes, outermost
    /// first.
    NoteListIndex notes{};
    /// Cells share citations: `dataset[observation.citation]`.
    CitationIndex citation{};
    /// The cell as printed: "7,7", "1.920", "54%"; empty for a blank.
    std::string printed;
    /// The cell in the table's file.
    Span span;
};

/// A source table as printed: what the page of a source shows.
struct Table {
    struct Column {
        std::string id;
        std::string printed;
    };
    struct ColumnGroup {
        std::string printed;
        /// Indices of its columns; they are neighbours.
        std::vector<std::uint32_t> columns;
    };
    struct Row {
        /// The row's label, or a heading's.
        std::string printed;
        bool heading = false;
        /// One per column; nothing where the row has no such cell.
        std::vector<std::optional<ObservationIndex>> cells;
    };

    std::string id;
    Citation citation;
    Text title;
    std::string printed_title;
    Text note;
    std::vector<ColumnGroup> column_groups;
    std::vector<Column> columns;
    std::vector<Row> rows;
    Span span;
};

// ---- Registers ----

struct Correction {
    std::string id;
    IndicatorIndex indicator{};
    AreaIndex area{};
    PeriodIndex period{};
    SourceIndex source{};
    std::optional<TableIndex> table;
    /// Nothing: a blank is expected.
    std::optional<Value> expect;
    enum class Use { value, withheld, as_printed };
    Use use = Use::withheld;
    std::optional<Value> value;
    Statuses statuses;
    Text reason;
    std::vector<Citation> citations;
    std::string from_edition;
    std::string until_edition;
    Span span;
};

struct Acceptance {
    std::string code;
    std::string subject;
    std::string reason;
    Span span;
};

/// A declared check; its condition is parsed and evaluated by the analysis room.
struct Check {
    std::string id;
    std::string condition;
    /// Between the quotes.
    Span condition_span;
    bool is_error = false;
    bool doubtful = false;
    Text message;
    std::vector<Citation> citations;
    /// Repeats the check with `name` bound to each region of `set`; empty when it stands alone.
    std::string for_each_name;
    std::string for_each_set;
    std::string from_edition;
    std::string until_edition;
    Span span;
};

// ---- Facts ----

enum class Reading { printed, ours };

/// One of the ten ecosystem elements (Stam 2015), in the order of its figure.
enum class Element {
    formal_institutions,
    culture,
    physical_infrastructure,
    demand,
    networks,
    leadership,
    finance,
    talent,
    new_knowledge,
    intermediate_services
};
std::string_view id_of(Element element);
std::optional<Element> parse_element(std::string_view id);

struct InnovationType {
    /// `specialised-supplier` …; see docs/datasets.md.
    std::string type;
    std::vector<std::string> also;
    Text reason;
    Reading reading = Reading::printed;
    Citation citation;
    Span span;
};

struct LadderPlace {
    /// 1–4.
    int rung = 1;
    Text autonomy;
    Text agenda;
    Text reason;
    Reading reading = Reading::printed;
    Citation citation;
    Span span;
};

struct Pair {
    RegionIndex region{};
    Text reason;
    Citation citation;
    Span span;
};

enum class Seat { region, country, abroad, unknown };

struct Employer {
    std::string name;
    Seat seat = Seat::unknown;
    std::string country;
    std::string place;
    std::string owner;
    std::optional<Period> since;
    std::string sector;
    std::optional<int> rd_rank;
    Text note;
    Span span;
};

struct Employers {
    std::vector<Employer> list;
    std::optional<int> printed_outside_region;
    std::optional<int> printed_outside_country;
    Citation citation;
    Span span;
};

struct Organisation {
    std::string id;
    std::string name;
    std::string kind;
    std::optional<Period> founded;
    std::optional<Value> members;
    std::optional<Element> element;
    Text role;
    Citation citation;
    Span span;
};

struct Partnership {
    std::string id;
    std::string name;
    std::string kind;
    std::vector<std::string> levels;
    std::optional<Period> founded;
    Text legal_form;
    std::vector<std::string> partners;
    std::optional<Value> companies;
    std::optional<Value> students;
    std::vector<std::string> funding;
    std::optional<Element> element;
    Text role;
    Citation citation;
    Span span;
};

struct Milestone {
    /// May be empty.
    std::string id;
    Period period;
    Text text;
    Citation citation;
    Span span;
};

struct Fact {
    /// May be empty.
    std::string id;
    std::string theme;
    std::string kind;
    std::optional<Element> element;
    Text text;
    /// How we came to it, when the reading is ours.
    Text reason;
    Reading reading = Reading::printed;
    Citation citation;
    Span span;
};

struct Summary {
    Text text;
    Citation citation;
};

struct Profile {
    RegionIndex region{};
    std::optional<Summary> summary;
    std::optional<InnovationType> innovation;
    std::optional<LadderPlace> ladder;
    std::optional<Pair> pair;
    std::optional<Employers> employers;
    std::vector<Organisation> organisations;
    std::vector<Partnership> partnerships;
    std::vector<Milestone> milestones;
    std::vector<Fact> facts;
    Span span;
};

struct Target {
    Text measure;
    Text text;
    std::optional<IndicatorIndex> indicator;
    std::optional<UnitIndex> unit;
    std::optional<Value> baseline;
    std::optional<Period> baseline_period;
    std::optional<Value> target;
    std::optional<Period> due;
    Span span;
};

struct GoalVersion {
    Citation citation;
    std::vector<Target> targets;
    Text note;
    Span span;
};

struct Goal {
    std::string id;
    Text title;
    RegionIndex region{};
    Text owner;
    /// `choose`, `learn`, `work`, or empty.
    std::string action_line;
    std::optional<Element> element;
    std::vector<GoalVersion> versions;
    Span span;
};

struct Amount {
    Value value;
    UnitIndex unit{};
    Text of;
};

struct Initiative {
    std::string id;
    Text name;
    std::string kind;
    std::vector<std::string> initiators;
    std::vector<std::string> parties;
    std::vector<RegionIndex> regions;
    std::vector<std::string> themes;
    std::vector<Element> elements;
    std::vector<std::string> action_lines;
    std::vector<std::string> levels;
    std::optional<Period> period;
    std::vector<Amount> amounts;
    std::optional<Decimal> share;
    Text for_whom;
    std::vector<std::string> goals;
    Text description;
    Citation citation;
    Span span;
};

/// A count of actions that a source prints (by action line).
struct ActionCount {
    Text what;
    std::string action_line;
    Value value;
    Citation citation;
    Span span;
};

/// A condition for collaboration, as a model in a source names it.
struct Condition {
    std::string model;
    Text condition;
    Text explanation;
    Citation citation;
    Span span;
};

// ---- Everything ----

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
    std::vector<Profile> profiles;
    std::vector<Goal> goals;
    std::vector<Initiative> initiatives;
    std::vector<ActionCount> action_counts;
    std::vector<Condition> conditions;

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
};

}  // namespace regioscope::data
