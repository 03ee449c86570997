// The kinds of figures, and what each needs of its declaration.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace regioscope::figures {

enum class Kind {
    bar,
    column,
    grouped_bar,
    stacked_bar,
    share_bar,
    line,
    slope,
    dot_plot,
    dot_strip,
    diverging_bar,
    scatter,
    heatmap,
    small_multiples,
    timeline,
    ladder,
    map,
    comparison_table,
    ranking_table,
    series_table,
    goal_table
};

/// As declarations write it: `grouped-bar`.
std::string_view word_of(Kind kind);
std::optional<Kind> parse_kind(std::string_view word);
std::vector<std::string_view> kind_words();

/// Printed as a table, numbered among the tables.
bool is_table(Kind kind);
/// Stacks parts of a whole: takes a composition, never loose indicators.
bool is_stacked(Kind kind);
/// Made of facts of the profiles, places or goals; takes no indicator.
bool is_of_facts(Kind kind);
/// Goes through time: every period there is, unless the declaration names some.
bool is_over_time(Kind kind);
/// Has it marks that words can be set beside?
bool takes_annotations(Kind kind);
/// Can an average or a target be drawn across it?
bool takes_lines(Kind kind);

/// How many indicators a kind takes.
struct IndicatorCount {
    std::size_t least = 1;
    std::size_t most = 1;
};
IndicatorCount indicators_of(Kind kind);

}  // namespace regioscope::figures
