// The kinds of figures, one row each. Whatever is to be known of a kind stands in its row: the reader, the
// gathering, charts, words, the manual and the schema ask there and nowhere else.
#pragma once

#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace regioscope::analysis {
class Presenter;
}

namespace regioscope::chart {
struct Drawing;
}

namespace regioscope::figures {

using analysis::Presenter;

class ChartData;
struct Gathered;
struct Table;
struct Voice;

/// A chart that can be laid out for a width, in CSS pixels; empty for tables, and where nothing can be drawn.
using Chart = std::function<chart::Drawing(double width)>;

/// A chart of the chart room.
template <class Model>
Chart drawn(Model model) {
    return [model = std::move(model)](double width) { return with_remarks(draw(model, width)); };
}

/// What a declaration names.
enum class Takes {
    indicator,
    indicators,  ///< one or more
    x_and_y,
    parts,  ///< a composition, never loose indicators; or employers by their seats
    facts,  ///< of the profiles, places or goals
};

/// How the data lie.
enum class Shape {
    regions,   ///< regions down, indicators across: of one period, or each region's latest
    periods,   ///< regions (or the indicators of one region) down, periods across
    ends,      ///< the same, with the first and the last period unless some are named
    sequence,  ///< one region's periods down
    parts,     ///< regions down, the parts of a whole across
    events,
    rungs,
    places,
    targets,
};

/// What the lengths and places of a chart stand for.
enum class Drawn {
    value,
    share,       ///< percent of the whole
    index,       ///< the row's first figure = 100
    difference,  ///< from the benchmark
};

inline constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();

struct Kind {
    /// As declarations write it: `grouped-bar`.
    std::string_view word;
    /// For the manual.
    std::string_view shows;
    Takes takes = Takes::indicator;
    Shape shape = Shape::regions;
    /// Where one indicator or one region alone makes another shape.
    std::optional<Shape> with_one_indicator = {};
    std::optional<Shape> with_one_region = {};
    Drawn drawn = Drawn::value;
    /// The regions' countries stand beside them, unless the declaration says.
    bool compares = false;
    /// The highest first, unless the declaration says.
    bool sorts_by_value = false;
    /// So many rows can be told apart, or fit a page; a figure of more is shown as the other kind.
    std::size_t most_rows = any_number;
    std::string_view beyond = {};
    /// Rows lie over each other, so that those that stand back need no room.
    bool overlays_rows = false;
    /// Shows how many lie where: the figures themselves, of one period.
    bool is_distribution = false;
    /// All figures stand on one scale, so they have one unit.
    bool has_one_scale = false;
    /// Words can be set beside its marks; gaps have marks too; stretches of time can be shaded.
    bool takes_annotations = false;
    bool marks_gaps = false;
    bool shades_periods = false;
    /// Draws what goals ask for, or the regions' average, as lines.
    bool draws_targets = false;
    bool draws_mean = false;
    /// The message that titles it; empty: its indicators do.
    std::string_view title = {};
    /// Null for tables.
    Chart (*chart)(ChartData& data) = nullptr;
    /// Drawn in boundaries, whose makers are named beside it.
    bool is_map = false;
    /// A table with rules of its own; null: the data as they lie.
    Table (*table)(const std::string& id, const Gathered& gathered, const Voice& voice) = nullptr;
    /// The message that says what picture it is, for those who do not see it, and what its `count` counts.
    std::string_view picture = {};
    std::size_t (*counts)(const Gathered& gathered) = nullptr;
    /// What the data show, sentence by sentence.
    void (*describe)(const Gathered& gathered, const Presenter& presenter,
                     std::vector<std::string>& sentences) = nullptr;

    /// Printed as a table, numbered among the tables.
    bool is_table() const { return chart == nullptr; }
    bool is_of_facts() const { return takes == Takes::facts; }
    Shape shape_of(std::size_t indicators, std::size_t regions) const;
};

/// All, in the order of the manual.
std::span<const Kind> kinds();
/// Null when there is none of that word.
const Kind* find_kind(std::string_view word);
std::vector<std::string_view> kind_words();

/// Do periods stand across: every one there is, unless some are named?
bool goes_through_time(Shape shape);

}  // namespace regioscope::figures
