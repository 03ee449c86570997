// A figure in an expression: a value with its unit, and the measurements it was made of. Compared only with
// figures of the same indicator or with plain numbers; differences know that percents differ by percentage
// points.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/presenter.h"
#include "expression/object.h"

namespace regioscope::analysis {

class Quantity final : public expression::Object {
  public:
    enum class Kind { figure, difference };

    Quantity(const Presenter& presenter, data::IndicatorIndex indicator, Kind kind,
             std::optional<data::Value> value, std::vector<const Measurement*> origins)
        : presenter_(presenter),
          indicator_(indicator),
          kind_(kind),
          value_(std::move(value)),
          origins_(std::move(origins)) {}

    data::IndicatorIndex indicator() const { return indicator_; }
    const std::optional<data::Value>& value() const { return value_; }
    const std::vector<const Measurement*>& origins() const { return origins_; }
    /// The one number to compute with: a point or "about"; nothing for what is missing, bounds and ranges.
    std::optional<Decimal> number() const;
    /// The same figure, to be written in words. Finding `wrong-arguments`: those of percents and money are
    /// not, nor what is not whole.
    Result<expression::Value> spelled(Span span) const;
    /// The same figure with another number.
    expression::Value with_number(const Decimal& number) const;

    std::string_view type_name() const override { return "a figure"; }
    /// As a sentence says it: `7,2%`, `1,8 procentpunt`.
    std::optional<std::string> text() const override;
    expression::Truth truth() const override { return expression::truth_of(value_.has_value()); }
    std::optional<expression::Value> attribute(std::string_view name) const override;
    std::vector<std::string> attribute_names() const override;
    expression::Truth equals(const expression::Value& other) const override;
    std::optional<expression::Truth> less(const expression::Value& other,
                                          expression::Side side) const override;
    std::optional<Result<expression::Value>> arithmetic(
        expression::Arithmetic operation, const expression::Value& other, expression::Side side,
        const expression::CallContext& context) const override;

  private:
    /// As it was measured, and nothing computed with it.
    bool is_measurement() const;
    /// What comparisons with other figures go by: a measurement as readers see it.
    std::optional<data::Value> seen() const;
    bool shares_unit_with(const Quantity& other) const;
    bool is_comparable_with(const Quantity& other) const;

    const Presenter& presenter_;
    data::IndicatorIndex indicator_;
    Kind kind_;
    std::optional<data::Value> value_;
    std::vector<const Measurement*> origins_;
    locale::Display::Scale scale_ = locale::Display::Scale::full;
};

expression::Value figure_of(const Presenter& presenter, const Measurement& measurement);

}  // namespace regioscope::analysis
