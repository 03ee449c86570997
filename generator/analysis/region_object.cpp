#include "analysis/region_object.h"

namespace regioscope::analysis {

std::optional<expression::Value> RegionObject::attribute(std::string_view name) const {
    if (name == "id") return expression::Value(declared().id);
    if (name == "name") return expression::Value(names().name);
    if (name == "short") return expression::Value(names().short_name);
    if (name == "in") return expression::Value(names().in);
    if (name == "of") return expression::Value(names().of);
    if (name == "the") return expression::Value(names().the);
    if (name == "country") return expression::Value(declared().country);
    return environment_.on_page(region_, name);
}

expression::Truth RegionObject::equals(const expression::Value& other) const {
    if (other.is_text()) return expression::truth_of(other.text() == declared().id);
    const RegionObject* const region = other.as<RegionObject>();
    return expression::truth_of(region != nullptr && region->region_ == region_);
}

expression::Value region_value(const Environment& environment, data::RegionIndex region) {
    return expression::Value(std::make_shared<const RegionObject>(environment, region));
}

}  // namespace regioscope::analysis
