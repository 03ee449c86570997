#include "analysis/number.h"
#include "escape/csv.h"
#include "report/exports/exports.h"

namespace regioscope::report {

namespace {

using analysis::Measurement;

using escape::Csv;

/// In full, so that a reader can repeat each step.
std::string full(const std::optional<Decimal>& number) {
    return number ? number->normalized().text() : std::string();
}

std::string value_text(const Measurement* measurement) {
    return measurement != nullptr && measurement->value ? measurement->value->text() : std::string();
}

std::string diagnosis_csv(const data::Dataset& dataset, const analysis::Diagnosis& diagnosis) {
    Csv csv;
    csv.row({"element", "input", "region", "weight", "direction", "area", "period", "value", "lowest",
             "highest", "score", "element_score", "coverage"});
    for (std::size_t e = 0; e < diagnosis.elements.size(); ++e) {
        const analysis::ElementModel& model = diagnosis.model->elements[e];
        const analysis::ElementDiagnosis& element = diagnosis.elements[e];
        for (std::size_t i = 0; i < model.inputs.size(); ++i) {
            const analysis::Input& input = model.inputs[i];
            const analysis::InputScale& scale = element.inputs[i];
            for (std::size_t r = 0; r < diagnosis.regions.size(); ++r) {
                const analysis::InputScore& score = scale.scores[r];
                const Measurement* const measurement = score.measurement;
                csv.field(data::id_of(static_cast<data::Element>(e)))
                    .field(input.indicator ? dataset[*input.indicator].id
                                           : diagnosis.model->rubrics[input.rubric].id)
                    .field(dataset[diagnosis.regions[r]].id)
                    .field(full(input.weight))
                    .field(input.indicator ? data::polarity_words[input.direction] : std::string_view())
                    .field(measurement == nullptr ? std::string() : dataset[measurement->area].id)
                    .field(measurement == nullptr ? std::string() : dataset[measurement->period].written)
                    .field(score.level ? std::to_string(*score.level) : value_text(measurement))
                    .field(full(scale.low))
                    .field(full(scale.high))
                    .field(full(score.score))
                    .field(full(element.regions[r].score))
                    .field(full(element.regions[r].coverage))
                    .end_row();
            }
        }
    }
    return csv.take();
}

std::string standardised_csv(const data::Dataset& dataset, const analysis::Similarity& similarity) {
    Csv csv;
    csv.row({"theme", "indicator", "region", "area", "period", "value", "mean", "deviation", "standardised"});
    for (const analysis::Standardised& one : similarity.indicators) {
        for (std::size_t r = 0; r < similarity.regions.size(); ++r) {
            const Measurement* const measurement = one.measurements[r];
            csv.field(dataset[dataset[one.indicator].theme].id)
                .field(dataset[one.indicator].id)
                .field(dataset[similarity.regions[r]].id)
                .field(measurement == nullptr ? std::string() : dataset[measurement->area].id)
                .field(measurement == nullptr ? std::string() : dataset[measurement->period].written)
                .field(value_text(measurement))
                .field(full(one.mean))
                .field(full(one.deviation))
                .field(full(one.scores[r]))
                .end_row();
        }
    }
    return csv.take();
}

std::string distances_csv(const data::Dataset& dataset, const analysis::Similarity& similarity) {
    Csv csv;
    csv.row({"left_out", "first", "second", "indicators", "themes", "distance", "rank_correlation"});
    const auto add = [&](std::string_view left_out, const std::vector<analysis::Distance>& pairs,
                         const std::optional<Decimal>& correlation) {
        for (const analysis::Distance& pair : pairs) {
            csv.field(left_out)
                .field(dataset[similarity.regions[pair.first]].id)
                .field(dataset[similarity.regions[pair.second]].id)
                .field(std::to_string(pair.indicators))
                .field(std::to_string(pair.themes))
                .field(full(pair.distance))
                .field(full(correlation))
                .end_row();
        }
    };
    add({}, similarity.pairs, std::nullopt);
    for (const analysis::Sensitivity& one : similarity.sensitivities)
        add(dataset[one.left_out].id, one.pairs, one.rank_correlation);
    return csv.take();
}

std::string structures_csv(const data::Dataset& dataset, const Comparison& comparison) {
    Csv csv;
    csv.row({"region", "area", "period", "part", "value", "whole", "share", "country_share",
             "location_quotient"});
    for (std::size_t r = 0; r < comparison.regions.size(); ++r) {
        const auto& structure = comparison.structures[r];
        const auto& country = comparison.countries[r];
        if (!structure) continue;
        for (std::size_t part = 0; part < structure->shares.size(); ++part) {
            csv.field(dataset[comparison.regions[r]].id)
                .field(dataset[structure->area].id)
                .field(dataset[structure->period].written)
                .field(dataset[comparison.composition->parts[part]].id)
                .field(value_text(structure->parts[part]))
                .field(full(structure->whole))
                .field(full(structure->shares[part]))
                .field(full(country ? country->shares[part] : std::nullopt))
                .field(full(country ? analysis::location_quotient(*structure, *country, part) : std::nullopt))
                .end_row();
        }
    }
    return csv.take();
}

std::string dissimilarities_csv(const data::Dataset& dataset, const Comparison& comparison) {
    Csv csv;
    csv.row({"first", "second", "part", "difference", "index"});
    for (std::size_t a = 0; a < comparison.regions.size(); ++a) {
        for (std::size_t b = a + 1; b < comparison.regions.size(); ++b) {
            if (!comparison.structures[a] || !comparison.structures[b]) continue;
            const analysis::Dissimilarity result =
                analysis::dissimilarity(*comparison.structures[a], *comparison.structures[b]);
            for (const analysis::Dissimilarity::Part& part : result.parts) {
                csv.field(dataset[comparison.regions[a]].id)
                    .field(dataset[comparison.regions[b]].id)
                    .field(dataset[comparison.composition->parts[part.part]].id)
                    .field(full(part.difference))
                    .field(full(result.index))
                    .end_row();
            }
        }
    }
    return csv.take();
}

}  // namespace

void add_comparison_files(const Site& site, Output& output) {
    if (site.comparison == nullptr) return;
    const data::Dataset& dataset = site.dataset();
    const Comparison& comparison = *site.comparison;
    if (comparison.diagnosis) output.add("data/diagnosis.csv", diagnosis_csv(dataset, *comparison.diagnosis));
    if (!comparison.similarity.indicators.empty()) {
        output.add("data/standardised.csv", standardised_csv(dataset, comparison.similarity));
        output.add("data/distances.csv", distances_csv(dataset, comparison.similarity));
    }
    if (comparison.composition != nullptr) {
        output.add("data/structures.csv", structures_csv(dataset, comparison));
        output.add("data/dissimilarities.csv", dissimilarities_csv(dataset, comparison));
    }
}

}  // namespace regioscope::report
