// A region in an expression. It equals its id, prints as its name, and has the forms that sentences need.
#pragma once

#include "analysis/presenter.h"
#include "expression/object.h"

namespace regioscope::analysis {

class RegionObject final : public expression::Object {
  public:
    RegionObject(const Presenter& presenter, data::RegionIndex region)
        : presenter_(presenter), region_(region) {}

    data::RegionIndex region() const { return region_; }

    std::string_view type_name() const override { return "a region"; }
    std::optional<std::string> text() const override { return presenter_.names(region_).short_name; }
    std::optional<expression::Value> attribute(std::string_view name) const override;
    std::vector<std::string> attribute_names() const override {
        return {"id", "name", "short", "in", "of", "the", "country"};
    }
    expression::Truth equals(const expression::Value& other) const override;

  private:
    const Presenter& presenter_;
    data::RegionIndex region_;
};

expression::Value region_value(const Presenter& presenter, data::RegionIndex region);

}  // namespace regioscope::analysis
