// A number of a profile, goal or initiative as its source states it: it prints as that kind of number is
// written (a year without a mark for thousands, "at least 40" with its words), is compared as far as it is
// certain, and is computed with where it is a single number.
#pragma once

#include <string>

#include "data/period.h"
#include "data/value.h"
#include "expression/object.h"

namespace regioscope::analysis {

class Presenter;

class StatedNumber final : public expression::Object {
  public:
    StatedNumber(data::Value value, std::string text) : value_(std::move(value)), text_(std::move(text)) {}

    /// Nothing where it is no single number.
    std::optional<Decimal> number() const;

    std::string_view type_name() const override { return "a stated number"; }
    std::optional<std::string> text() const override { return text_; }
    std::optional<expression::Value> attribute(std::string_view name) const override;
    std::vector<std::string> attribute_names() const override { return {"number"}; }
    expression::Truth equals(const expression::Value& other) const override;
    std::optional<expression::Truth> less(const expression::Value& other,
                                          expression::Side side) const override;
    std::optional<Result<expression::Value>> arithmetic(
        expression::Arithmetic operation, const expression::Value& other, expression::Side side,
        const expression::CallContext& context) const override;

  private:
    data::Value value_;
    std::string text_;
};

/// None for what is not stated.
expression::Value stated(const std::optional<data::Value>& value, const Presenter& presenter);
/// A year.
expression::Value stated_year(int year);

}  // namespace regioscope::analysis
