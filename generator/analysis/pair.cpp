#include "analysis/pair.h"

#include <algorithm>
#include <set>

#include "analysis/number.h"
#include "analysis/ranking.h"
#include "analysis/reliability.h"
#include "analysis/similarity.h"

namespace regioscope::analysis {

namespace {

Favour favour_of(Relation relation, data::Polarity polarity) {
    if (polarity == data::Polarity::neutral) return Favour::neither;
    if (relation != Relation::higher && relation != Relation::lower) return Favour::neither;
    const bool higher_is_better = polarity == data::Polarity::higher_is_better;
    return (relation == Relation::higher) == higher_is_better ? Favour::first : Favour::second;
}

}  // namespace

Relation relation_of(const data::Value& first, const data::Value& second, const Decimal& threshold) {
    if (data::equal(first, second) == data::Truth::yes) return Relation::same;
    if (are_level({first, second}, threshold)) return Relation::equal;
    if (data::less(first, second) == data::Truth::yes) return Relation::lower;
    if (data::less(second, first) == data::Truth::yes) return Relation::higher;
    return Relation::undecided;
}

PairFigure compare_figures(const Measurements& measurements, data::IndicatorIndex indicator,
                           data::RegionIndex first, data::RegionIndex second,
                           const std::vector<data::RegionIndex>& regions) {
    const data::Dataset& dataset = measurements.dataset();
    PairFigure pair;
    pair.indicator = indicator;
    pair.first = measurements.find(indicator, first);
    pair.second = measurements.find(indicator, second);
    for (const Measurement* const one : {pair.first, pair.second}) {
        if (one == nullptr) continue;
        if (!pair.reference || dataset[*pair.reference] < dataset[one->period]) pair.reference = one->period;
    }
    if (pair.first == nullptr || pair.second == nullptr || !pair.first->value || !pair.second->value)
        return pair;
    const data::Value first_value = *compared(dataset, pair.first);
    const data::Value second_value = *compared(dataset, pair.second);
    const auto a = number_of(std::optional(first_value));
    const auto b = number_of(std::optional(second_value));
    if (a && b) pair.difference = *a - *b;
    pair.relation = relation_of(first_value, second_value, dataset[indicator].about_equal);
    pair.favour = favour_of(pair.relation, dataset[indicator].polarity);
    if (pair.difference) {
        if (const auto scale = standardise(measurements, indicator, regions))
            pair.spread = Decimal::divide(pair.difference->absolute(), scale->deviation);
        pair.is_telling = is_reliable(*pair.first) && is_reliable(*pair.second) &&
                          pair.difference->absolute() > dataset[indicator].about_equal * 2;
    }
    return pair;
}

std::vector<const PairFigure*> largest_differences(const std::vector<PairFigure>& figures) {
    std::vector<const PairFigure*> largest;
    for (const PairFigure& figure : figures) {
        const bool differs = figure.relation == Relation::higher || figure.relation == Relation::lower;
        if (differs && figure.spread && figure.is_telling) largest.push_back(&figure);
    }
    std::stable_sort(largest.begin(), largest.end(),
                     [](const PairFigure* a, const PairFigure* b) { return *a->spread > *b->spread; });
    return largest;
}

std::vector<const PairFigure*> one_per_theme(const data::Dataset& dataset,
                                             const std::vector<const PairFigure*>& figures) {
    std::vector<const PairFigure*> chosen;
    std::set<data::ThemeIndex> told;
    for (const PairFigure* const figure : figures) {
        if (told.insert(dataset[figure->indicator].theme).second) chosen.push_back(figure);
    }
    return chosen;
}

}  // namespace regioscope::analysis
