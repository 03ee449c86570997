#include "analysis/stated_number.h"

#include "analysis/number.h"
#include "analysis/presenter.h"
#include "expression/functions.h"

namespace regioscope::analysis {

namespace {

using expression::Arithmetic;
using expression::Side;
using expression::Truth;

Truth as_expression_truth(data::Truth truth) {
    if (truth == data::Truth::undecided) return Truth::undecided;
    return expression::truth_of(truth == data::Truth::yes);
}

}  // namespace

std::optional<Decimal> StatedNumber::number() const {
    return number_of(std::optional(value_));
}

std::optional<expression::Value> StatedNumber::attribute(std::string_view name) const {
    if (name != "number") return std::nullopt;
    return number() ? expression::Value(*number()) : expression::Value::none();
}

Truth StatedNumber::equals(const expression::Value& other) const {
    if (const StatedNumber* const stated = other.as<StatedNumber>())
        return as_expression_truth(data::equal(value_, stated->value_));
    if (!other.is_number()) return Truth::no;
    return as_expression_truth(data::equal(value_, data::Value::point(other.number())));
}

std::optional<Truth> StatedNumber::less(const expression::Value& other, Side side) const {
    const StatedNumber* const stated = other.as<StatedNumber>();
    if (stated == nullptr && !other.is_number()) return std::nullopt;
    const data::Value right = stated != nullptr ? stated->value_ : data::Value::point(other.number());
    return as_expression_truth(side == Side::left ? data::less(value_, right) : data::less(right, value_));
}

std::optional<Result<expression::Value>> StatedNumber::arithmetic(
    Arithmetic operation, const expression::Value& other, Side side,
    const expression::CallContext& context) const {
    const StatedNumber* const stated = other.as<StatedNumber>();
    if (stated == nullptr && !other.is_number()) return std::nullopt;
    const auto own = number();
    const auto others = stated != nullptr ? stated->number() : std::optional(other.number());
    if (!own || !others)
        return make_error("undecided", context.span,
                          "this is no single number, so nothing can be computed with it");
    const Decimal left = side == Side::left ? *own : *others;
    const Decimal right = side == Side::left ? *others : *own;
    switch (operation) {
        case Arithmetic::add:
            return Result<expression::Value>(expression::Value(left + right));
        case Arithmetic::subtract:
            return Result<expression::Value>(expression::Value(left - right));
        case Arithmetic::multiply:
            return Result<expression::Value>(expression::Value(left * right));
        case Arithmetic::divide: {
            const auto quotient = Decimal::divide(left, right);
            if (!quotient) return make_error("division-by-zero", context.span, "division by zero");
            return Result<expression::Value>(expression::Value(*quotient));
        }
        default:
            return std::nullopt;
    }
}

expression::Value stated(const std::optional<data::Value>& value, const Presenter& presenter) {
    if (!value) return expression::Value::none();
    if (value->kind == data::Value::Kind::point) return expression::Value(value->low);
    return expression::Value(std::make_shared<const StatedNumber>(*value, presenter.figure(*value)));
}

expression::Value stated_year(int year) {
    return expression::Value(
        std::make_shared<const StatedNumber>(data::Value::point(Decimal(year)), std::to_string(year)));
}

}  // namespace regioscope::analysis
