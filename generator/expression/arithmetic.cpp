// `+ - * / // % **` and `~`: exact decimals, texts, lists, and what objects make of it.
#include <fmt/format.h>

#include <algorithm>

#include "expression/evaluation.h"
#include "expression/operators.h"

namespace regioscope::expression {

namespace {

constexpr std::string_view arithmetic_signs[] = {"+", "-", "*", "/", "//", "%", "**", "~"};

std::string_view sign_of(Arithmetic operation) {
    return arithmetic_signs[static_cast<std::size_t>(operation)];
}
Finding too_large(Span span) {
    return make_error("out-of-range", span, "the result is too large a number");
}

std::optional<Decimal> product(const Decimal& a, const Decimal& b) {
    const int exponent = a.exponent() + b.exponent();
    constexpr int most = Decimal::max_exponent - Decimal::max_digits;
    if (exponent > most || exponent < -most) return std::nullopt;
    return a * b;
}

/// Whole powers only, by squaring. A negative one is the reciprocal.
Result<Value> power(const Decimal& base, const Decimal& exponent, Span span) {
    const auto whole = exponent.to_integer();
    if (!whole) return make_error("out-of-range", span, "a power must be a whole number");
    if (*whole < -1'000'000 || *whole > 1'000'000) return too_large(span);
    Decimal result = 1;
    Decimal square = base;
    for (std::int64_t left = *whole < 0 ? -*whole : *whole; left != 0; left /= 2) {
        if (left % 2 != 0) {
            const auto next = product(result, square);
            if (!next) return too_large(span);
            result = *next;
        }
        if (left == 1) break;
        const auto next = product(square, square);
        if (!next) return too_large(span);
        square = *next;
    }
    if (*whole >= 0) return Value(result);
    const auto reciprocal = Decimal::divide(1, result);
    if (!reciprocal) return make_error("division-by-zero", span, "zero has no negative power");
    return Value(*reciprocal);
}

Result<Value> compute_numbers(Arithmetic operation, const Decimal& a, const Decimal& b, Span span) {
    const auto divided = [&](const std::optional<Decimal>& result) -> Result<Value> {
        if (b.is_zero()) return make_error("division-by-zero", span, "this divides by zero");
        if (!result) return too_large(span);
        return Value(*result);
    };
    switch (operation) {
        case Arithmetic::add:
            return Value(a + b);
        case Arithmetic::subtract:
            return Value(a - b);
        case Arithmetic::multiply: {
            const auto result = product(a, b);
            if (!result) return too_large(span);
            return Value(*result);
        }
        case Arithmetic::divide:
            return divided(Decimal::divide(a, b));
        case Arithmetic::floor_divide:
            return divided(Decimal::floor_divide(a, b));
        case Arithmetic::modulo:
            return divided(Decimal::modulo(a, b));
        case Arithmetic::power:
            return power(a, b, span);
        case Arithmetic::concatenate:
            break;
    }
    return Value();
}

/// `"ab" * 3`, `[0] * 3`: how often, if that stays within `most` bytes or items.
Result<std::size_t> repetitions(const Decimal& count, std::size_t size, std::size_t most, Span span) {
    const auto whole = count.to_integer();
    if (!whole) return make_error("out-of-range", span, "only a whole number can say how often to repeat");
    if (*whole <= 0 || size == 0) return std::size_t{0};
    if (static_cast<std::uint64_t>(*whole) > most / size)
        return too_much_work(span, "this repeats too often");
    return static_cast<std::size_t>(*whole);
}

Result<Value> repeat(const Value& value, const Decimal& count, const CallContext& context) {
    const Limits& limits = context.evaluation.limits();
    if (value.is_text()) {
        const auto times = repetitions(count, value.text().size(), limits.text_size, context.span);
        if (!times) return times.finding();
        std::string out;
        out.reserve(*times * value.text().size());
        for (std::size_t i = 0; i < *times; ++i)
            out += value.text();
        return Value(std::move(out));
    }
    const auto times = repetitions(count, value.list().size(), limits.list_size, context.span);
    if (!times) return times.finding();
    List out;
    out.reserve(*times * value.list().size());
    for (std::size_t i = 0; i < *times; ++i)
        out.insert(out.end(), value.list().begin(), value.list().end());
    return Value(std::move(out));
}

/// What the object on either side makes of it; nothing when there is none or it declines.
std::optional<Result<Value>> ask_objects(Arithmetic operation, const Value& left, const Value& right,
                                         const CallContext& context) {
    if (left.is_object()) {
        auto answer = left.object().arithmetic(operation, right, Side::left, context);
        if (answer) return answer;
    }
    if (right.is_object()) return right.object().arithmetic(operation, left, Side::right, context);
    return std::nullopt;
}

bool is_repeatable(const Value& value) {
    return value.is_text() || value.is_list();
}

}  // namespace

Finding not_printable(const Value& value, Span span) {
    return make_error("not-printable", span, fmt::format("{} has no text to print", type_name(value)));
}

Result<Value> compute(Arithmetic operation, const Value& left, const Value& right,
                      const CallContext& context) {
    if (operation == Arithmetic::concatenate) return concatenate(left, right, context);
    if (left.is_number() && right.is_number()) {
        return compute_numbers(operation, left.number(), right.number(), context.span);
    }
    if (auto answer = ask_objects(operation, left, right, context)) return *std::move(answer);
    if (operation == Arithmetic::add && left.is_text() && right.is_text())
        return concatenate(left, right, context);
    if (operation == Arithmetic::add && left.is_list() && right.is_list()) {
        if (left.list().size() + right.list().size() > context.evaluation.limits().list_size) {
            return too_much_work(context.span, "this list is too long");
        }
        if (!context.evaluation.spend(left.list().size() + right.list().size()))
            return context.evaluation.too_many_steps(context.span);
        List sum = left.list();
        sum.insert(sum.end(), right.list().begin(), right.list().end());
        return Value(std::move(sum));
    }
    if (operation == Arithmetic::multiply && is_repeatable(left) && right.is_number()) {
        return repeat(left, right.number(), context);
    }
    if (operation == Arithmetic::multiply && left.is_number() && is_repeatable(right)) {
        return repeat(right, left.number(), context);
    }
    Finding finding = wrong_operands(sign_of(operation), left, right, context.span);
    if (operation == Arithmetic::add && (left.is_text() || right.is_text()))
        finding.note("'~' joins any two as text");
    return finding;
}

Result<Value> negate(const Value& value, const CallContext& context) {
    if (value.is_number()) return Value(-value.number());
    if (value.is_object()) {
        auto answer = value.object().arithmetic(Arithmetic::subtract, Value(0), Side::right, context);
        if (answer) return *std::move(answer);
    }
    return make_error("wrong-type", context.span, fmt::format("{} has no sign", type_name(value)));
}

Result<Value> concatenate(const Value& left, const Value& right, const CallContext& context) {
    if (auto answer = ask_objects(Arithmetic::concatenate, left, right, context)) return *std::move(answer);
    if (!context.evaluation.spend(left.weight() + right.weight()))
        return context.evaluation.too_many_steps(context.span);
    std::string out;
    if (!append_text(out, left)) return not_printable(left, context.span);
    if (!append_text(out, right)) return not_printable(right, context.span);
    if (out.size() > context.evaluation.limits().text_size)
        return too_much_work(context.span, "this text is too long");
    return Value(std::move(out));
}

}  // namespace regioscope::expression
