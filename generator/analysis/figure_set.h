// What `values("unemployment-rate", "dutch-regions")` gives: one figure per region, in the order of the set.
// A loop goes through the figures.
#pragma once

#include <vector>

#include "analysis/presenter.h"
#include "expression/object.h"

namespace regioscope::analysis {

class FigureSet final : public expression::Object {
  public:
    /// Null where a region has no figure.
    FigureSet(const Presenter& presenter, data::IndicatorIndex indicator,
              std::vector<data::RegionIndex> regions, std::vector<const Measurement*> measurements)
        : presenter_(presenter),
          indicator_(indicator),
          regions_(std::move(regions)),
          measurements_(std::move(measurements)) {}

    data::IndicatorIndex indicator() const { return indicator_; }
    const std::vector<data::RegionIndex>& regions() const { return regions_; }
    const std::vector<const Measurement*>& measurements() const { return measurements_; }

    std::string_view type_name() const override { return "a set of figures"; }
    std::shared_ptr<const expression::List> items() const override;

  private:
    const Presenter& presenter_;
    data::IndicatorIndex indicator_;
    std::vector<data::RegionIndex> regions_;
    std::vector<const Measurement*> measurements_;
};

}  // namespace regioscope::analysis
