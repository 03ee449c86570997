#include "analysis/quantity.h"

#include <fmt/format.h>

#include "analysis/number.h"
#include "expression/functions.h"

namespace regioscope::analysis {

namespace {

using expression::Arithmetic;
using expression::Side;
using expression::Truth;

Truth truth_from(data::Truth truth) {
    switch (truth) {
        case data::Truth::no:
            return Truth::no;
        case data::Truth::yes:
            return Truth::yes;
        case data::Truth::undecided:
            return Truth::undecided;
    }
    return Truth::undecided;
}

std::vector<const Measurement*> joined(std::vector<const Measurement*> first,
                                       const std::vector<const Measurement*>& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

}  // namespace

expression::Value figure_of(const Presenter& presenter, const Measurement& measurement) {
    return expression::Value(std::make_shared<const Quantity>(presenter, measurement.indicator,
                                                              Quantity::Kind::figure, measurement.value,
                                                              std::vector<const Measurement*>{&measurement}));
}

std::optional<Decimal> Quantity::number() const {
    return number_of(value_);
}

bool Quantity::is_measurement() const {
    return kind_ == Kind::figure && origins_.size() == 1 && origins_.front()->value == value_;
}

std::optional<data::Value> Quantity::seen() const {
    if (!value_ || !is_measurement()) return value_;
    return compared(*value_, presenter_.dataset()[indicator_].decimals);
}

Result<expression::Value> Quantity::spelled(Span span) const {
    const locale::Locale& locale = presenter_.locale();
    const data::Dataset& dataset = presenter_.dataset();
    const data::Unit::Kind unit = dataset[dataset[indicator_].unit].kind;
    const bool is_count = unit == data::Unit::Kind::number || unit == data::Unit::Kind::count;
    if (!is_count || !value_ || !locale.spelled(value_->low) || !locale.spelled(value_->high)) {
        return make_error("wrong-arguments", span,
                          "only whole numbers without % or a currency are written in words");
    }
    auto words = std::make_shared<Quantity>(presenter_, indicator_, kind_, value_, origins_);
    words->scale_ = locale::Display::Scale::spelled;
    return expression::Value(std::shared_ptr<const Quantity>(std::move(words)));
}

expression::Value Quantity::with_number(const Decimal& number) const {
    const data::Value::Kind sort = value_ ? value_->kind : data::Value::Kind::point;
    return expression::Value(std::make_shared<const Quantity>(presenter_, indicator_, kind_,
                                                              data::Value{sort, number, number}, origins_));
}

std::optional<std::string> Quantity::text() const {
    if (!value_) return presenter_.message("missing.value");
    if (is_measurement()) return presenter_.figure(*origins_.front(), {.scale = scale_});
    if (kind_ == Kind::difference) return presenter_.difference(value_->low, indicator_);
    return presenter_.figure(*value_, indicator_, {.scale = scale_});
}

std::vector<std::string> Quantity::attribute_names() const {
    return {"number", "period", "region", "area", "missing"};
}

std::optional<expression::Value> Quantity::attribute(std::string_view name) const {
    if (name == "missing") return expression::Value(!value_.has_value());
    if (name == "number") return number() ? expression::Value(*number()) : expression::Value::none();
    if (origins_.size() != 1) return std::nullopt;
    const data::Area& area = presenter_.dataset()[origins_.front()->area];
    if (name == "period") return expression::Value(presenter_.period(origins_.front()->period));
    if (name == "region") return expression::Value(presenter_.dataset()[area.region].id);
    if (name == "area") return expression::Value(area.id);
    return std::nullopt;
}

bool Quantity::shares_unit_with(const Quantity& other) const {
    return presenter_.dataset()[indicator_].unit == presenter_.dataset()[other.indicator_].unit;
}

bool Quantity::is_comparable_with(const Quantity& other) const {
    return kind_ == Kind::figure && other.kind_ == Kind::figure ? indicator_ == other.indicator_
                                                                : shares_unit_with(other);
}

Truth Quantity::equals(const expression::Value& other) const {
    if (const Quantity* const quantity = other.as<Quantity>()) {
        if (!is_comparable_with(*quantity)) return Truth::undecided;
        return value_ && quantity->value_ ? truth_from(data::equal(*seen(), *quantity->seen()))
                                          : Truth::undecided;
    }
    if (!other.is_number()) return Truth::no;
    return value_ ? truth_from(data::equal(*value_, data::Value::point(other.number()))) : Truth::undecided;
}

std::optional<Truth> Quantity::less(const expression::Value& other, Side side) const {
    const Quantity* const quantity = other.as<Quantity>();
    if (quantity == nullptr && !other.is_number()) return std::nullopt;
    if (quantity != nullptr && !is_comparable_with(*quantity)) return std::nullopt;
    if (!value_ || (quantity != nullptr && !quantity->value_)) return Truth::undecided;
    const data::Value left = quantity != nullptr ? *seen() : *value_;
    const data::Value right = quantity != nullptr ? *quantity->seen() : data::Value::point(other.number());
    return truth_from(side == Side::left ? data::less(left, right) : data::less(right, left));
}

std::optional<Result<expression::Value>> Quantity::arithmetic(Arithmetic operation,
                                                              const expression::Value& other, Side side,
                                                              const expression::CallContext& context) const {
    const Quantity* const quantity = other.as<Quantity>();
    if (operation == Arithmetic::concatenate || (quantity == nullptr && !other.is_number()))
        return std::nullopt;
    const bool additive = operation == Arithmetic::add || operation == Arithmetic::subtract;
    if (quantity != nullptr && additive && !shares_unit_with(*quantity)) {
        return make_error("not-comparable", context.span, "these figures have different units");
    }
    // A difference is that of the numbers that stand in the text.
    const bool is_seen = operation == Arithmetic::subtract && quantity != nullptr;
    const auto own = is_seen ? number_of(seen()) : number();
    const auto others = is_seen               ? number_of(quantity->seen())
                        : quantity != nullptr ? quantity->number()
                                              : std::optional(other.number());
    if (!own || !others) {
        return make_error(
            "undecided", context.span,
            "one of these figures is missing or no single number, so nothing can be computed with it");
    }
    const Decimal left = side == Side::left ? *own : *others;
    const Decimal right = side == Side::left ? *others : *own;
    const auto result = [&](const Decimal& number, Kind kind) {
        const data::Value::Kind sort = value_->kind;
        return Result<expression::Value>(expression::Value(std::make_shared<const Quantity>(
            presenter_, indicator_, kind, data::Value{sort, number, number},
            quantity != nullptr ? joined(origins_, quantity->origins_) : origins_)));
    };
    switch (operation) {
        case Arithmetic::add:
            return result(left + right, kind_);
        case Arithmetic::subtract:
            return result(left - right, quantity != nullptr ? Kind::difference : kind_);
        case Arithmetic::multiply:
            if (quantity != nullptr) return Result<expression::Value>(expression::Value(left * right));
            return result(left * right, kind_);
        case Arithmetic::divide: {
            const auto quotient = Decimal::divide(left, right);
            if (!quotient) return make_error("division-by-zero", context.span, "division by zero");
            if (quantity != nullptr || side == Side::right)
                return Result<expression::Value>(expression::Value(*quotient));
            return result(*quotient, kind_);
        }
        default:
            return std::nullopt;
    }
}

}  // namespace regioscope::analysis
