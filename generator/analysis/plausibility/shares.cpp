// Which indicators are shares of a whole.
#include "analysis/plausibility/rules.h"

namespace regioscope::analysis::plausibility {

std::vector<bool> shares_of(const data::Dataset& dataset) {
    std::vector<bool> shares(dataset.indicators.size());
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const std::string& id = dataset.indicators[i].id;
        shares[i] = id.ends_with("-share") || id.ends_with("-rate");
    }
    for (const data::Composition& composition : dataset.compositions) {
        for (const data::IndicatorIndex part : composition.parts)
            shares[static_cast<std::size_t>(part)] = true;
    }
    for (std::size_t i = 0; i < shares.size(); ++i)
        shares[i] = shares[i] && dataset[dataset.indicators[i].unit].kind == data::Unit::Kind::percent;
    return shares;
}

}  // namespace regioscope::analysis::plausibility
