#include "analysis/structure.h"

#include <algorithm>

#include "analysis/number.h"

namespace regioscope::analysis {

namespace {

/// The figure whose area and period the others are looked up by.
const Measurement* leading_figure(const Measurements& measurements, const data::Composition& composition,
                                  data::RegionIndex region) {
    if (composition.whole) {
        const Measurement* const whole = measurements.find(*composition.whole, region);
        if (whole != nullptr && whole->value) return whole;
    }
    for (const data::IndicatorIndex part : composition.parts) {
        const Measurement* const found = measurements.find(part, region);
        if (found != nullptr && found->value) return found;
    }
    return nullptr;
}

}  // namespace

std::optional<Structure> structure_of(const Measurements& measurements, const data::Composition& composition,
                                      data::RegionIndex region) {
    const Measurement* const leading = leading_figure(measurements, composition, region);
    if (leading == nullptr) return std::nullopt;
    Structure structure;
    structure.area = leading->area;
    structure.period = leading->period;
    Decimal total;
    bool is_complete = true;
    for (const data::IndicatorIndex part : composition.parts) {
        structure.parts.push_back(measurements.find(part, leading->area, leading->period));
        const auto number = number_of(structure.parts.back());
        if (number) total += *number;
        is_complete = is_complete && number;
    }
    const auto whole = composition.whole && leading->indicator == *composition.whole ? number_of(leading)
                       : is_complete                                                 ? std::optional(total)
                                                                                     : std::nullopt;
    if (!whole || whole->is_zero()) return std::nullopt;
    structure.whole = *whole;
    for (const Measurement* const part : structure.parts) {
        const auto number = number_of(part);
        structure.shares.push_back(number ? Decimal::divide(*number * 100, *whole) : std::nullopt);
    }
    return structure;
}

Dissimilarity dissimilarity(const Structure& first, const Structure& second) {
    Dissimilarity result;
    Decimal total;
    for (std::size_t i = 0; i < first.shares.size(); ++i) {
        if (!first.shares[i] || !second.shares[i]) continue;
        result.parts.push_back({i, *first.shares[i] - *second.shares[i]});
        total += result.parts.back().difference.absolute();
    }
    result.index = total * Decimal::scaled(5, -1);
    std::stable_sort(result.parts.begin(), result.parts.end(),
                     [](const Dissimilarity::Part& a, const Dissimilarity::Part& b) {
                         return a.difference.absolute() > b.difference.absolute();
                     });
    return result;
}

std::optional<Decimal> location_quotient(const Structure& region, const Structure& country,
                                         std::size_t part) {
    if (!region.shares[part] || !country.shares[part]) return std::nullopt;
    return Decimal::divide(*region.shares[part], *country.shares[part]);
}

}  // namespace regioscope::analysis
