#include "analysis/pair.h"

#include <algorithm>
#include <set>

#include "analysis/number.h"
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

Relation relation_of(const Measurement& first, const Measurement& second, const Decimal& threshold) {
    const auto a = number_of(&first);
    const auto b = number_of(&second);
    if (a && b) {
        const Decimal difference = *a - *b;
        if (difference.is_zero()) return Relation::same;
        if (difference.absolute() <= threshold) return Relation::equal;
        return difference.is_negative() ? Relation::lower : Relation::higher;
    }
    if (data::less(*first.value, *second.value) == data::Truth::yes) return Relation::lower;
    if (data::less(*second.value, *first.value) == data::Truth::yes) return Relation::higher;
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
    const auto a = number_of(pair.first);
    const auto b = number_of(pair.second);
    if (a && b) pair.difference = *a - *b;
    pair.relation = relation_of(*pair.first, *pair.second, dataset[indicator].about_equal);
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
