// What a figure shows, gathered once and for all languages: exactly the measurements that are drawn, as rows
// and columns, or the facts. Chart, table, words and CSV are all made of this, so they cannot disagree.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/edition_model.h"
#include "chart/slot.h"
#include "figures/declaration.h"

namespace regioscope::figures {

/// Why the parts of a row cannot be told as shares of its whole.
enum class Unshared { no, part_missing, part_is_bound, part_negative, whole_zero };

/// What a row or column is about; one of these, or a region and an indicator together.
struct Subject {
    std::optional<data::RegionIndex> region;
    std::optional<data::IndicatorIndex> indicator;
    std::optional<data::PeriodIndex> period;
    std::optional<data::Seat> seat;
    /// The smallest parts of a composition as one.
    bool is_rest = false;
    /// A country beside the regions: for comparison, not ranked among them.
    bool is_benchmark = false;
    /// What a row of parts adds up to, where it is known, in the numbers that are drawn.
    std::optional<Decimal> whole;
    Unshared unshared = Unshared::no;
    chart::Slot slot = chart::Slot::accent();
    chart::Emphasis emphasis = chart::Emphasis::normal;
};

struct Datum {
    /// Null: the sources say nothing.
    const analysis::Measurement* measurement = nullptr;
    /// The number that is drawn where it is not the figure itself (see Drawn).
    std::optional<Decimal> drawn;
    /// Things of a profile, counted by us.
    std::optional<int> count;
    std::optional<data::Citation> citation;

    bool has_value() const { return count.has_value() || (measurement != nullptr && measurement->value); }
};

struct Grid {
    Drawn drawn = Drawn::value;
    std::vector<Subject> rows;
    std::vector<Subject> columns;
    /// One list per row, one datum per column.
    std::vector<std::vector<Datum>> cells;
    /// Per column: the period that its figures are about; others are marked.
    std::vector<std::optional<data::PeriodIndex>> references;
    /// The benchmark that differences are from.
    std::optional<std::size_t> centre;
    /// What the rest of a composition holds.
    std::vector<data::IndicatorIndex> rest;

    std::vector<const analysis::Measurement*> column(std::size_t index) const;
};

struct Event {
    data::RegionIndex region{};
    data::Period period;
    /// A partnership's name, or empty.
    std::string name;
    /// A milestone's words, or empty.
    data::Text text;
    data::Citation citation;
};

struct RungPlace {
    data::RegionIndex region{};
    data::LadderPlace place;
};

struct GoalTarget {
    const data::Goal* goal = nullptr;
    /// Of its newest version.
    const data::Target* target = nullptr;
    /// What it replaces, where that set another number.
    const data::Target* earlier = nullptr;
};

/// A line across a chart: what a goal asks for, or the regions' average.
struct Level {
    Decimal value;
    /// How many regions an average is of; 0 for a target.
    std::size_t averaged = 0;
    /// With the version that sets the target. Null for an average.
    const data::Goal* goal = nullptr;
    const data::GoalVersion* version = nullptr;
    const data::Target* target = nullptr;
    /// Versions ask for different numbers, so each line says when it was set.
    bool says_when = false;
};

/// An annotation's place in the grid; without a row it is about the whole column.
struct Annotated {
    const Annotation* annotation = nullptr;
    std::optional<std::size_t> row;
    std::size_t column = 0;
};

struct Gathered {
    const Kind* kind = nullptr;
    Shape shape = Shape::regions;
    /// Whose figures the columns are, where one or two indicators are all there is.
    std::vector<data::IndicatorIndex> indicators;
    Grid grid;
    std::vector<Event> events;
    std::vector<RungPlace> rungs;
    /// Regions with a place on the map.
    std::vector<data::RegionIndex> places;
    std::vector<GoalTarget> targets;
    std::vector<Level> levels;
    /// Those of the declaration that have a place in this figure; they point into the declaration, which
    /// outlives them.
    std::vector<Annotated> annotations;
    /// Regions of the report that the figure would show if the sources said anything of them.
    std::vector<data::RegionIndex> without;
    /// Regions that stand out; the others then stand back.
    std::vector<data::RegionIndex> highlight;
    /// Figures that we made of others (the rest of a composition); cells point to them.
    std::shared_ptr<std::deque<analysis::Measurement>> made;

    /// Is there nothing to draw: no figure with a value, no fact?
    bool is_empty() const;
    chart::Emphasis emphasis_of(data::RegionIndex region) const;
    /// Every measurement that is shown, in the order of the grid.
    std::vector<const analysis::Measurement*> measurements() const;
};

/// What figures are gathered from; it outlives them.
struct Material {
    const analysis::EditionModel* edition = nullptr;
    std::vector<data::RegionIndex> benchmarks;

    const data::Dataset& dataset() const { return edition->dataset; }
    const analysis::Measurements& measurements() const { return edition->measurements; }
    /// The regions the report is about.
    const std::vector<data::RegionIndex>& regions() const { return edition->standings.regions(); }
};

Gathered gather(const Declaration& declared, const Material& material);

/// A bound or a range: no number to reckon with.
bool is_open(const data::Value& value);

/// The same with its rows in that order: positions in the rows as they are.
Gathered in_order(Gathered gathered, const std::vector<std::size_t>& order);

/// So many rows a chart has to tell apart; where rows lie over each other, those that stand back do not
/// count.
std::size_t rows_to_tell(const Gathered& gathered);

/// Colour and marker of a region, the same everywhere: `region-1` … in the order of the datasets.
chart::Slot slot_of(const data::Dataset& dataset, data::RegionIndex region);

/// On which area a figure was measured; the region's first where there is none.
data::AreaIndex area_shown(const Datum& datum, const data::Region& region);
/// The areas that a map shows.
std::vector<data::AreaIndex> areas_on_map(const Gathered& gathered, const data::Dataset& dataset);

/// Events, rungs, places, goals: kinds without a grid.
void gather_facts(const Declaration& declared, const Material& material, Gathered& out);
/// How many of each region's employers are directed from where.
Grid employer_seats(const std::vector<data::RegionIndex>& regions, const Material& material);

}  // namespace regioscope::figures
