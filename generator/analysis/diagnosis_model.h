// What a report declares of its diagnosis (site/diagnosis.json): which figures and judgements speak of which
// of the ten elements, in which direction and with what weight. See docs/methods.md.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/source.h"
#include "data/dataset.h"

namespace regioscope::analysis {

inline constexpr std::string_view diagnosis_path = "site/diagnosis.json";
inline constexpr std::size_t element_count = data::element_words.size();

/// A named scale for what is judged, not measured.
struct Rubric {
    struct Level {
        /// 0–100.
        Decimal score;
        data::Text text;
    };
    std::string id;
    data::Text name;
    /// Level 1 is the first.
    std::vector<Level> levels;
    /// The levels are the rungs on which the profiles place the regions, each with its citation.
    bool is_ladder = false;
    Span span;
};

struct Judgement {
    data::RegionIndex region{};
    /// 1 …
    std::size_t level = 1;
    data::Text reason;
    data::Citation citation;
};

/// One voice in an element's score: an indicator or a rubric.
struct Input {
    std::optional<data::IndicatorIndex> indicator;
    /// Never neutral for an indicator.
    data::Polarity direction = data::Polarity::neutral;
    /// Index into the model's rubrics, when there is no indicator.
    std::size_t rubric = 0;
    std::vector<Judgement> judgements;
    Decimal weight;
    /// Why it speaks of this element; may be empty.
    data::Text reason;
    Span span;
};

struct ElementModel {
    std::vector<Input> inputs;
    /// Why nothing measures it; empty when something does.
    data::Text unmeasured;
    Span span;
};

struct DiagnosisModel {
    /// An indicator counts only where so many regions have a number.
    std::size_t minimum_regions = 3;
    /// Percent of an element's weight that must be known for a score.
    Decimal minimum_coverage = 50;
    /// A score below it is a weak link.
    Decimal weak_below = 34;
    std::vector<Rubric> rubrics;
    /// By element.
    std::vector<ElementModel> elements = std::vector<ElementModel>(element_count);
    /// By which regions are compared for likeness; may be empty.
    std::vector<data::IndicatorIndex> similarity;
    /// What texts state again of figures that are compared as it is; left out where two regions stand side by
    /// side.
    std::vector<data::IndicatorIndex> not_compared;
    /// Index into Dataset::compositions: by which their structures are compared.
    std::optional<std::size_t> structure;
    data::WrittenTexts texts;

    const ElementModel& of(data::Element element) const {
        return elements[static_cast<std::size_t>(element)];
    }
};

/// Findings, each at the word that is wrong: those of JSON and of texts and citations, `unknown-indicator`,
/// `repeated-indicator`, `missing-direction` (of a neutral indicator), `contrary-direction`,
/// `unknown-rubric`, `unknown-level`, `unknown-region`, `unknown-element`, `missing-element`,
/// `empty-element`, `measured-element`, `weights-do-not-add-up`, `unknown-composition`, `out-of-range`.
DiagnosisModel read_diagnosis_model(const SourceText& source, const data::Dataset& dataset,
                                    const std::vector<std::string>& languages, Findings& findings);

}  // namespace regioscope::analysis
