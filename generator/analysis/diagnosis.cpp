#include "analysis/diagnosis.h"

#include <algorithm>

#include "analysis/comparability.h"
#include "analysis/edition_model.h"
#include "analysis/number.h"

namespace regioscope::analysis {

namespace {

using data::Element;
using data::Fact;

InputScale indicator_scale(const Input& input, const DiagnosisModel& model, const Measurements& measurements,
                           const std::vector<data::RegionIndex>& regions) {
    InputScale scale;
    const auto found = measurements.find_all(*input.indicator, regions);
    scale.reference = reference_period(measurements.dataset(), found);
    std::optional<Decimal> low;
    std::optional<Decimal> high;
    for (const Measurement* const measurement : found) {
        scale.scores.push_back({.measurement = measurement});
        const auto number = number_of(measurement);
        if (!number) continue;
        ++scale.counted;
        if (!low || *number < *low) low = number;
        if (!high || *number > *high) high = number;
    }
    if (scale.counted < model.minimum_regions || *low == *high) return scale;
    scale.low = low;
    scale.high = high;
    for (InputScore& one : scale.scores) {
        if (const auto number = number_of(one.measurement))
            one.score = normalised(*number, *low, *high, input.direction);
    }
    return scale;
}

InputScore ladder_score(const Rubric& rubric, const data::Profile& profile) {
    InputScore result;
    if (!profile.ladder) return result;
    const auto rung = static_cast<std::size_t>(profile.ladder->rung);
    if (rung == 0 || rung > rubric.levels.size()) return result;
    result.level = rung;
    result.citation = profile.ladder->citation;
    result.reading = profile.ladder->reading;
    result.reason = profile.ladder->reason;
    result.score = rubric.levels[rung - 1].score;
    return result;
}

InputScore judged_score(const Rubric& rubric, const Input& input, data::RegionIndex region,
                        const EditionModel& edition) {
    InputScore result;
    for (const Judgement& judgement : input.judgements) {
        if (judgement.region != region || !edition.sees(judgement.citation)) continue;
        result.level = judgement.level;
        result.citation = judgement.citation;
        result.reading = data::Reading::ours;
        result.reason = judgement.reason;
        result.score = rubric.levels[judgement.level - 1].score;
    }
    return result;
}

InputScale rubric_scale(const Input& input, const Diagnosis& diagnosis, const EditionModel& edition) {
    InputScale scale;
    const Rubric& rubric = diagnosis.model->rubrics[input.rubric];
    for (const data::RegionIndex region : diagnosis.regions) {
        scale.scores.push_back(rubric.is_ladder ? ladder_score(rubric, edition.facts.profile(region))
                                                : judged_score(rubric, input, region, edition));
        if (scale.scores.back().score) ++scale.counted;
    }
    return scale;
}

ElementScore element_score(const ElementModel& element, const std::vector<InputScale>& scales,
                           std::size_t region, const DiagnosisModel& model) {
    ElementScore result;
    Decimal weighted;
    Decimal known;
    for (std::size_t i = 0; i < element.inputs.size(); ++i) {
        const auto& score = scales[i].scores[region].score;
        if (!score) continue;
        weighted += *score * element.inputs[i].weight;
        known += element.inputs[i].weight;
    }
    result.coverage = known * 100;
    if (known.is_zero() || result.coverage < model.minimum_coverage) return result;
    result.score = Decimal::divide(weighted, known);
    result.is_weak = *result.score < model.weak_below;
    return result;
}

void add_facts(const data::Profile& profile, Element element, ElementScore& score) {
    for (const Fact& fact : profile.facts) {
        if (fact.element != element) continue;
        if (fact.kind == data::FactKind::strength) score.strengths.push_back(&fact);
        if (fact.kind == data::FactKind::weakness) score.weaknesses.push_back(&fact);
    }
}

}  // namespace

Decimal normalised(const Decimal& value, const Decimal& low, const Decimal& high, data::Polarity direction) {
    const Decimal share = *Decimal::divide((value - low) * 100, high - low);
    return direction == data::Polarity::lower_is_better ? Decimal(100) - share : share;
}

std::vector<Element> Diagnosis::weak_links(std::size_t region) const {
    std::vector<Element> weak;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (elements[i].regions[region].is_weak) weak.push_back(static_cast<Element>(i));
    }
    std::stable_sort(weak.begin(), weak.end(), [&](Element a, Element b) {
        return *of(a).regions[region].score < *of(b).regions[region].score;
    });
    return weak;
}

Diagnosis diagnose(const DiagnosisModel& model, const EditionModel& edition,
                   const std::vector<data::RegionIndex>& regions) {
    Diagnosis diagnosis{&model, regions, {}};
    for (std::size_t i = 0; i < model.elements.size(); ++i) {
        const ElementModel& element = model.elements[i];
        ElementDiagnosis result;
        for (const Input& input : element.inputs) {
            result.inputs.push_back(input.indicator
                                        ? indicator_scale(input, model, edition.measurements, regions)
                                        : rubric_scale(input, diagnosis, edition));
        }
        for (std::size_t region = 0; region < regions.size(); ++region) {
            result.regions.push_back(element_score(element, result.inputs, region, model));
            add_facts(edition.facts.profile(regions[region]), static_cast<Element>(i), result.regions.back());
        }
        diagnosis.elements.push_back(std::move(result));
    }
    return diagnosis;
}

}  // namespace regioscope::analysis
