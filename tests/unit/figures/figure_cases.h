// Figures of every kind that the small report can fill: name, and what is declared.
#pragma once

#include <map>
#include <string>

namespace regioscope::figures::test {

inline const std::map<std::string, std::string> cases = {
    {"bar", R"("kind": "bar", "indicator": "unemployment")"},
    {"bar-period", R"("kind": "bar", "indicator": "unemployment", "period": "2015", "highlight": ["alfa"])"},
    {"bar-missing", R"("kind": "bar", "indicator": "productivity", "regions": "all")"},
    {"column", R"("kind": "column", "indicator": "unemployment")"},
    {"column-sequence", R"("kind": "column", "indicator": "unemployment", "regions": "beta")"},
    {"grouped-bar", R"("kind": "grouped-bar", "indicators": ["jobs-a", "jobs-b"])"},
    {"grouped-bar-periods", R"("kind": "grouped-bar", "indicator": "jobs-a")"},
    {"stacked-bar", R"("kind": "stacked-bar", "composition": "sectors")"},
    {"employer-seats", R"("kind": "stacked-bar", "facts": "employer-seats")"},
    {"share-bar", R"("kind": "share-bar", "composition": "sectors", "parts": 2)"},
    {"line", R"("kind": "line", "indicator": "unemployment")"},
    {"line-annotated",
     R"("kind": "line", "indicator": "unemployment", "annotations": [
       {"region": "beta", "period": "2015", "text": {"nl": "Haven telt mee", "de": "Mit Hafen", "en": "With port"}},
       {"period": "2014", "text": {"nl": "Andere telling", "de": "Andere Zählung", "en": "Other count"}}])"},
    {"bar-lines",
     R"("kind": "bar", "indicator": "unemployment", "benchmark": [], "mean": true, "goals": ["more"])"},
    {"slope-indexed",
     R"("kind": "slope", "indicators": ["unemployment", "jobs-a"], "regions": "alfa", "indexed": true)"},
    {"dot-plot", R"("kind": "dot-plot", "indicator": "unemployment")"},
    {"dot-strip",
     R"("kind": "dot-strip", "indicators": ["unemployment", "productivity"], "highlight": ["alfa"])"},
    {"diverging-bar", R"("kind": "diverging-bar", "indicator": "unemployment", "benchmark": "nl")"},
    {"histogram", R"("kind": "histogram", "indicator": "unemployment")"},
    {"scatter", R"("kind": "scatter", "x": "unemployment", "y": "productivity")"},
    {"heatmap", R"("kind": "heatmap", "indicators": ["unemployment", "productivity"])"},
    {"small-multiples", R"("kind": "small-multiples", "indicator": "unemployment")"},
    {"timeline", R"("kind": "timeline")"},
    {"ladder", R"("kind": "ladder")"},
    {"map", R"("kind": "map")"},
    {"choropleth", R"("kind": "choropleth", "indicator": "unemployment")"},
    {"comparison-table", R"("kind": "comparison-table", "indicators": ["unemployment", "productivity"])"},
    {"ranking-table", R"("kind": "ranking-table", "indicator": "unemployment")"},
    {"series-table", R"("kind": "series-table", "indicator": "unemployment")"},
    {"goal-table", R"("kind": "goal-table")"},
    {"titled",
     R"("kind": "bar", "indicator": "unemployment", "title": {"nl": "Wie zoekt er werk?", "de": "Wer sucht Arbeit?",
       "en": "Who is looking for work?"}, "note": {"nl": "Let op.", "de": "Achtung.", "en": "Mind this."},
       "description": {"nl": "Beta.", "de": "Beta.", "en": "Beta."})"}};

}  // namespace regioscope::figures::test
