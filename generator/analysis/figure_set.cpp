#include "analysis/figure_set.h"

#include "analysis/quantity.h"

namespace regioscope::analysis {

std::shared_ptr<const expression::List> FigureSet::items() const {
    expression::List list;
    for (const Measurement* const measurement : measurements_) {
        if (measurement != nullptr) list.push_back(figure_of(presenter_, *measurement));
    }
    return std::make_shared<const expression::List>(std::move(list));
}

}  // namespace regioscope::analysis
