// A region in expressions, texts and templates. It equals its id, prints as its name, has the forms that
// sentences need and, on a page, its address, colour and story.
#pragma once

#include "analysis/environment.h"
#include "expression/object.h"

namespace regioscope::analysis {

class RegionObject final : public expression::Object {
  public:
    RegionObject(const Environment& environment, data::RegionIndex region)
        : environment_(environment), region_(region) {}

    data::RegionIndex region() const { return region_; }

    std::string_view type_name() const override { return "a region"; }
    std::optional<std::string> text() const override { return names().short_name; }
    std::optional<expression::Value> attribute(std::string_view name) const override;
    std::vector<std::string> attribute_names() const override {
        return {"id", "name", "short", "in", "of", "the", "country", "href", "key", "story"};
    }
    expression::Truth equals(const expression::Value& other) const override;

  private:
    const data::NameForms& names() const { return environment_.presenter().names(region_); }
    const data::Region& declared() const { return environment_.dataset()[region_]; }

    /// Outlives the evaluation that made this object.
    const Environment& environment_;
    data::RegionIndex region_;
};

expression::Value region_value(const Environment& environment, data::RegionIndex region);

}  // namespace regioscope::analysis
