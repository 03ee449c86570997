// What an editor declares of a figure, once for all languages (site/figures/*.json; see docs/figures.md).
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/source.h"
#include "base/word_table.h"
#include "data/dataset.h"
#include "data/edition.h"
#include "figures/boundaries.h"
#include "figures/kind.h"

namespace regioscope::figures {

/// What the author says of a point of a figure (a region, of an indicator, in a period: as far as the figure
/// tells them apart), or of a period as a whole.
struct Annotation {
    std::optional<data::RegionIndex> region;
    std::optional<data::IndicatorIndex> indicator;
    std::optional<data::PeriodIndex> period;
    data::Text text;
    Span span;
};

struct Declaration {
    enum class Sort { value, set, name };
    static constexpr WordTable<Sort, 3> sort_words = {{"value", "set", "name"}};
    /// What a timeline or a stacked figure is made of, when not of indicators.
    enum class Facts { employer_seats, milestones, partnerships };
    static constexpr WordTable<Facts, 3> facts_words = {{"employer-seats", "milestones", "partnerships"}};

    std::string id;
    const Kind* kind = nullptr;
    /// The parts of the composition, where there is one.
    std::vector<data::IndicatorIndex> indicators;
    /// Index into Dataset::compositions.
    std::optional<std::size_t> composition;
    /// So many parts are drawn at most; the smallest ones of a longer composition become one.
    std::size_t parts = 8;
    std::optional<Facts> facts;
    /// Empty: the regions the report is about.
    std::vector<data::RegionIndex> regions;
    /// Index into Dataset::region_sets, when a set was named.
    std::optional<std::size_t> region_set;
    /// Nothing: the countries of the regions, where the kind compares with them.
    std::optional<std::vector<data::RegionIndex>> benchmarks;
    /// Empty: each region's latest, or all periods where the kind goes through time.
    std::vector<data::PeriodIndex> periods;
    /// Draws every series from its first figure = 100.
    bool indexed = false;
    /// Nothing: as the kind has it.
    std::optional<Sort> sort;
    std::vector<data::RegionIndex> highlight;
    /// The parts that the title names, of a stacked figure: drawn first and strongest.
    std::vector<data::IndicatorIndex> named_parts;
    std::vector<data::Seat> named_seats;
    /// Ids. A goal table without any shows all; a chart draws their targets for its indicator as lines.
    std::vector<std::string> goals;
    /// Draws the plain average of the regions as a line.
    bool mean = false;
    std::vector<Annotation> annotations;
    data::Text title;
    data::Text subtitle;
    data::Text note;
    /// Takes the place of the generated one.
    data::Text description;
    data::EditionRange editions;
    /// The id where it is declared.
    Span span;
};

/// A country's outline for maps, drawn by us: rings of longitude and latitude.
struct Outline {
    struct Corner {
        Decimal longitude;
        Decimal latitude;
    };
    std::vector<std::vector<Corner>> rings;
};

/// What maps are drawn on.
struct Ground {
    std::vector<Outline> outlines;
    Boundaries boundaries;
};

struct Declarations {
    /// In the order of their ids.
    std::vector<Declaration> figures;
    Ground ground;
    data::WrittenTexts texts;

    const Declaration* find(std::string_view id) const;
};

/// Adds what one file declares. Findings, each at the word that is wrong: those of JSON, `invalid-id`,
/// `duplicate-figure`, `unknown-kind`, `unknown-indicator`, `unknown-composition`, `unknown-region`,
/// `unknown-region-set`, `unknown-period`, `unknown-goal`, `unknown-edition`, `unknown-word`,
/// `too-few-indicators`, `too-many-indicators`, `mixed-units` (one scale for figures of different units),
/// `out-of-range`, `repeated-word`, `unplaced-annotation` (neither region nor indicator nor period),
/// `not-for-kind` (what this kind of figure cannot draw), and those of texts.
void read_declarations(const SourceText& source, const data::Dataset& dataset,
                       const std::vector<std::string>& languages, const std::vector<data::Edition>& editions,
                       Declarations& out, Findings& findings);

}  // namespace regioscope::figures
