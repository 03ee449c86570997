// Which indicators are shares of a whole: their unit tells.
#include <algorithm>

#include "analysis/plausibility/rules.h"

namespace regioscope::analysis::plausibility {

namespace {

/// Units of kind percent in which the report calculates shares, or counts the parts of a whole; not where it
/// calculates changes in them, too.
std::vector<bool> units_of_shares(const data::Dataset& dataset) {
    std::vector<bool> shares(dataset.units.size());
    std::vector<bool> changes(dataset.units.size());
    const auto unit_of = [&](const data::Indicator& indicator) {
        return static_cast<std::size_t>(indicator.unit);
    };
    for (const data::Indicator& indicator : dataset.indicators) {
        if (!indicator.derivation) continue;
        const data::Derivation::Operation operation = indicator.derivation->operation;
        if (operation == data::Derivation::Operation::share) shares[unit_of(indicator)] = true;
        if (operation == data::Derivation::Operation::change) changes[unit_of(indicator)] = true;
    }
    for (const data::Composition& composition : dataset.compositions) {
        for (const data::IndicatorIndex part : composition.parts)
            shares[unit_of(dataset[part])] = true;
    }
    for (std::size_t i = 0; i < shares.size(); ++i)
        shares[i] = shares[i] && !changes[i] && dataset.units[i].kind == data::Unit::Kind::percent;
    return shares;
}

}  // namespace

std::vector<bool> shares_of(const data::Dataset& dataset) {
    const std::vector<bool> units = units_of_shares(dataset);
    std::vector<bool> shares(dataset.indicators.size());
    for (std::size_t i = 0; i < shares.size(); ++i)
        shares[i] = units[static_cast<std::size_t>(dataset.indicators[i].unit)];
    for (const data::Composition& composition : dataset.compositions) {
        for (const data::IndicatorIndex part : composition.parts)
            shares[static_cast<std::size_t>(part)] =
                dataset[dataset[part].unit].kind == data::Unit::Kind::percent;
    }
    return shares;
}

}  // namespace regioscope::analysis::plausibility
