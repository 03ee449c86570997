// A region's profile in expressions, texts and templates: `profile("twente").ladder.rung`. Reading a part of
// it records that part's citation.
#pragma once

#include "analysis/environment.h"
#include "expression/object.h"

namespace regioscope::analysis {

class ProfileObject final : public expression::Object {
  public:
    /// `profile` is the edition's.
    ProfileObject(Environment& environment, const data::Profile& profile)
        : environment_(environment), profile_(profile) {}

    const data::Profile& profile() const { return profile_; }

    std::string_view type_name() const override { return "a profile"; }
    /// Nothing for a part that the profile does not have.
    std::optional<expression::Value> attribute(std::string_view name) const override;
    std::vector<std::string> attribute_names() const override {
        return {"summary",       "innovation",   "ladder",     "pair", "employers",
                "organisations", "partnerships", "milestones", "facts"};
    }

  private:
    /// None where there is no text.
    expression::Value shown(const data::Text& text) const;
    expression::Value source(const data::Citation& citation,
                             std::optional<data::Reading> reading = std::nullopt) const;
    /// Kind, founding and size of an organisation, each in words.
    expression::Value details(const data::Organisation& organisation) const;

    /// Both outlive the evaluation that made this object.
    Environment& environment_;
    const data::Profile& profile_;
};

}  // namespace regioscope::analysis
