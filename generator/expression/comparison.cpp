// `== != < <= > >= in`: three-valued inside, and an error where the answer is undecided.
#include <fmt/format.h>

#include <algorithm>

#include "expression/evaluation.h"
#include "expression/operators.h"

namespace regioscope::expression {

namespace {

constexpr std::string_view comparison_signs[] = {"==", "!=", "<", "<=", ">", ">=", "in", "not in"};

std::string_view sign_of(Comparison comparison) {
    return comparison_signs[static_cast<std::size_t>(comparison)];
}

/// Nothing: the two have no order.
std::optional<Truth> less(const Value& a, const Value& b) {
    if (a.is_object()) {
        if (const auto answer = a.object().less(b, Side::left)) return answer;
    }
    if (b.is_object()) return b.object().less(a, Side::right);
    if (a.kind() != b.kind()) return std::nullopt;
    switch (a.kind()) {
        case Kind::boolean:
            return truth_of(!a.boolean() && b.boolean());
        case Kind::number:
            return truth_of(a.number() < b.number());
        case Kind::text:
            return truth_of(a.text() < b.text());
        case Kind::list:
            break;
        default:
            return std::nullopt;
    }
    // Lists as words in a dictionary: the first difference decides.
    for (std::size_t i = 0; i < a.list().size() && i < b.list().size(); ++i) {
        const Truth same = equal(a.list()[i], b.list()[i]);
        if (same == Truth::no) return less(a.list()[i], b.list()[i]);
        if (same == Truth::undecided) return same;
    }
    return truth_of(a.list().size() < b.list().size());
}

std::optional<Truth> contains(const Value& container, const Value& part) {
    if (container.is_text()) {
        if (!part.is_text()) return std::nullopt;
        return truth_of(find_text(container.text(), part.text()) != std::string_view::npos);
    }
    if (container.is_map()) return truth_of(part.is_text() && container.map().find(part.text()) != nullptr);
    const auto items = items_of(container);
    if (!items) return std::nullopt;
    Truth answer = Truth::no;
    for (const Value& item : *items) {
        const Truth same = equal(item, part);
        if (same == Truth::yes) return same;
        if (same == Truth::undecided) answer = same;
    }
    return answer;
}

std::optional<Truth> compared(Comparison comparison, const Value& left, const Value& right) {
    const auto opposite = [](std::optional<Truth> truth) {
        return truth ? std::optional(negated(*truth)) : truth;
    };
    switch (comparison) {
        case Comparison::equal:
            return equal(left, right);
        case Comparison::unequal:
            return negated(equal(left, right));
        case Comparison::less:
            return less(left, right);
        case Comparison::less_equal:
            return opposite(less(right, left));
        case Comparison::greater:
            return less(right, left);
        case Comparison::greater_equal:
            return opposite(less(left, right));
        case Comparison::in:
            return contains(right, left);
        case Comparison::not_in:
            return opposite(contains(right, left));
    }
    return std::nullopt;
}

/// What comparing them takes at most.
std::size_t cost_of(Comparison comparison, const Value& left, const Value& right) {
    const Extent a = left.extent();
    const Extent b = right.extent();
    switch (comparison) {
        case Comparison::in:
        case Comparison::not_in:
            return std::size_t{a.weight} + b.weight;
        case Comparison::equal:
        case Comparison::unequal:
            return std::min(a.weight, b.weight);
        default:
            // The first difference is looked for again on every level.
            return std::size_t{std::min(a.weight, b.weight)} * (1U + std::min(a.nesting, b.nesting));
    }
}

}  // namespace

Finding undecided(Span span) {
    return make_error("undecided", span,
                      "this can come out either way: a bound, a range or an 'about' is no exact number");
}

Finding wrong_operands(std::string_view sign, const Value& left, const Value& right, Span span) {
    return make_error(
        "wrong-type", span,
        fmt::format("'{}' does not go between {} and {}", sign, type_name(left), type_name(right)));
}

Result<bool> compare(Comparison comparison, const Value& left, const Value& right,
                     const CallContext& context) {
    if (!context.evaluation.spend(cost_of(comparison, left, right)))
        return context.evaluation.too_many_steps(context.span);
    const auto answer = compared(comparison, left, right);
    if (!answer) return wrong_operands(sign_of(comparison), left, right, context.span);
    if (*answer == Truth::undecided) {
        Finding finding = undecided(context.span);
        for (const Value* side : {&left, &right}) {
            const auto text = side->is_object() ? text_of(*side) : std::nullopt;
            if (text)
                finding.note(
                    fmt::format("{} is {}", side == &left ? "the left side" : "the right side", *text));
        }
        return finding;
    }
    return *answer == Truth::yes;
}

}  // namespace regioscope::expression
