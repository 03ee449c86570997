#include "analysis/region_object.h"

namespace regioscope::analysis {

std::optional<expression::Value> RegionObject::attribute(std::string_view name) const {
    const data::NameForms& names = presenter_.names(region_);
    if (name == "id") return expression::Value(presenter_.dataset()[region_].id);
    if (name == "name") return expression::Value(names.name);
    if (name == "short") return expression::Value(names.short_name);
    if (name == "in") return expression::Value(names.in);
    if (name == "of") return expression::Value(names.of);
    if (name == "the") return expression::Value(names.the);
    if (name == "country") return expression::Value(presenter_.dataset()[region_].country);
    return std::nullopt;
}

expression::Truth RegionObject::equals(const expression::Value& other) const {
    if (other.is_text()) return expression::truth_of(other.text() == presenter_.dataset()[region_].id);
    const RegionObject* const region = other.as<RegionObject>();
    return expression::truth_of(region != nullptr && region->region_ == region_);
}

expression::Value region_value(const Presenter& presenter, data::RegionIndex region) {
    return expression::Value(std::make_shared<const RegionObject>(presenter, region));
}

}  // namespace regioscope::analysis
