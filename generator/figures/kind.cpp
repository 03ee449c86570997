#include "figures/kind.h"

#include <algorithm>
#include <array>
#include <limits>

namespace regioscope::figures {

namespace {

/// In the order of the enumeration.
constexpr std::array<std::string_view, 20> words = {"bar",
                                                    "column",
                                                    "grouped-bar",
                                                    "stacked-bar",
                                                    "share-bar",
                                                    "line",
                                                    "slope",
                                                    "dot-plot",
                                                    "dot-strip",
                                                    "diverging-bar",
                                                    "scatter",
                                                    "heatmap",
                                                    "small-multiples",
                                                    "timeline",
                                                    "ladder",
                                                    "map",
                                                    "comparison-table",
                                                    "ranking-table",
                                                    "series-table",
                                                    "goal-table"};

constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();

}  // namespace

std::string_view word_of(Kind kind) {
    return words[static_cast<std::size_t>(kind)];
}

std::optional<Kind> parse_kind(std::string_view word) {
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) return std::nullopt;
    return static_cast<Kind>(found - words.begin());
}

std::vector<std::string_view> kind_words() {
    return {words.begin(), words.end()};
}

bool is_table(Kind kind) {
    return kind == Kind::comparison_table || kind == Kind::ranking_table || kind == Kind::series_table ||
           kind == Kind::goal_table;
}

bool is_stacked(Kind kind) {
    return kind == Kind::stacked_bar || kind == Kind::share_bar;
}

bool is_of_facts(Kind kind) {
    return kind == Kind::timeline || kind == Kind::ladder || kind == Kind::map || kind == Kind::goal_table;
}

bool is_over_time(Kind kind) {
    return kind == Kind::line || kind == Kind::slope || kind == Kind::small_multiples ||
           kind == Kind::series_table;
}

bool takes_annotations(Kind kind) {
    return !is_table(kind) && !is_of_facts(kind) && kind != Kind::heatmap;
}

bool takes_lines(Kind kind) {
    return kind == Kind::bar || kind == Kind::column || kind == Kind::line;
}

IndicatorCount indicators_of(Kind kind) {
    switch (kind) {
        case Kind::scatter:
            return {2, 2};
        case Kind::grouped_bar:
        case Kind::line:
        case Kind::slope:
        case Kind::dot_plot:
        case Kind::dot_strip:
        case Kind::heatmap:
        case Kind::small_multiples:
        case Kind::comparison_table:
            return {1, any_number};
        case Kind::stacked_bar:
        case Kind::share_bar:
        case Kind::timeline:
        case Kind::ladder:
        case Kind::map:
        case Kind::goal_table:
            return {0, 0};
        case Kind::bar:
        case Kind::column:
        case Kind::diverging_bar:
        case Kind::ranking_table:
        case Kind::series_table:
            return {1, 1};
    }
    return {1, 1};
}

}  // namespace regioscope::figures
