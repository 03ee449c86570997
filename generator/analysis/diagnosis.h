// The diagnosis of the regions by the ten elements: a score from 0 to 100 where enough is known, what it was
// made of, and what the sources say in words. There is no total over the elements: docs/methods.md says why.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "analysis/diagnosis_model.h"
#include "analysis/measurement.h"

namespace regioscope::analysis {

struct EditionModel;

/// One input of one region.
struct InputScore {
    /// Of an indicator; null where there is none.
    const Measurement* measurement = nullptr;
    /// Of a rubric: the level, where it is judged, and who reads it so.
    std::optional<std::size_t> level;
    std::optional<data::Citation> citation;
    data::Reading reading = data::Reading::printed;
    data::Text reason;
    /// 0–100; nothing where it is not known or not usable.
    std::optional<Decimal> score;
};

/// One input over all regions.
struct InputScale {
    /// The lowest and the highest value among the regions, which become 0 and 100 (or 100 and 0); nothing for
    /// rubrics and where fewer regions than the model asks for have a number, or all are equal.
    std::optional<Decimal> low;
    std::optional<Decimal> high;
    /// How many regions have a number.
    std::size_t counted = 0;
    std::optional<data::PeriodIndex> reference;
    /// One per region.
    std::vector<InputScore> scores;
};

struct ElementScore {
    /// Weighted mean of the scores that are known; nothing when they weigh less than the model asks for.
    std::optional<Decimal> score;
    /// Percent of the weight that is known.
    Decimal coverage;
    bool is_weak = false;
    /// Of the region's profile.
    std::vector<const data::Fact*> strengths;
    std::vector<const data::Fact*> weaknesses;
};

struct ElementDiagnosis {
    std::vector<InputScale> inputs;
    /// One per region.
    std::vector<ElementScore> regions;
};

/// Refers to the model and the edition, which must outlive it.
struct Diagnosis {
    const DiagnosisModel* model = nullptr;
    std::vector<data::RegionIndex> regions;
    /// By element.
    std::vector<ElementDiagnosis> elements;

    const ElementDiagnosis& of(data::Element element) const {
        return elements[static_cast<std::size_t>(element)];
    }
    /// Elements with a score below the model's bound, lowest first; equals in the order of the elements.
    std::vector<data::Element> weak_links(std::size_t region) const;
};

Diagnosis diagnose(const DiagnosisModel& model, const EditionModel& edition,
                   const std::vector<data::RegionIndex>& regions);

/// (value − low) / (high − low) × 100, or what that leaves of 100 where lower is better. `high` is above
/// `low`.
Decimal normalised(const Decimal& value, const Decimal& low, const Decimal& high, data::Polarity direction);

}  // namespace regioscope::analysis
