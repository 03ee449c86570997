#include "expression/operators.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "expression/evaluation.h"

namespace regioscope::expression {

namespace {

constexpr std::string_view arithmetic_signs[] = {"+", "-", "*", "/", "//", "%", "**", "~"};
constexpr std::string_view comparison_signs[] = {"==", "!=", "<", "<=", ">", ">=", "in", "not in"};

std::string_view sign_of(Arithmetic operation) {
    return arithmetic_signs[static_cast<std::size_t>(operation)];
}
std::string_view sign_of(Comparison comparison) {
    return comparison_signs[static_cast<std::size_t>(comparison)];
}

Finding wrong_operands(std::string_view sign, const Value& left, const Value& right, Span span) {
    return make_error(
        "wrong-type", span,
        fmt::format("'{}' does not go between {} and {}", sign, type_name(left), type_name(right)));
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
        return truth_of(container.text().find(part.text()) != std::string::npos);
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

/// An index from the end counts backwards; nothing outside.
std::optional<std::size_t> index_of(const Value& index, std::size_t size) {
    const auto whole = index.is_number() ? index.number().to_integer() : std::nullopt;
    if (!whole) return std::nullopt;
    const auto length = static_cast<std::int64_t>(size);
    const std::int64_t place = *whole < 0 ? *whole + length : *whole;
    if (place < 0 || place >= length) return std::nullopt;
    return static_cast<std::size_t>(place);
}

struct Bounds {
    std::int64_t start = 0;
    std::int64_t stop = 0;
    std::int64_t step = 1;
};

/// Python's rules: negative bounds count from the end, and whatever lies outside is cut off.
Result<Bounds> bounds_of(const Value& start, const Value& stop, const Value& step, std::int64_t length,
                         Span span) {
    const auto read = [&](const Value& value, std::int64_t otherwise) -> Result<std::int64_t> {
        if (value.is_undefined() || value.is_none()) return otherwise;
        const auto whole = value.is_number() ? value.number().to_integer() : std::nullopt;
        if (!whole)
            return make_error("wrong-type", span,
                              fmt::format("a slice takes whole numbers, got {}", type_name(value)));
        return *whole;
    };
    Bounds bounds;
    const auto stride = read(step, 1);
    if (!stride) return stride.finding();
    if (*stride == 0) return make_error("out-of-range", span, "the step of a slice cannot be 0");
    bounds.step = std::clamp(*stride, -length - 1, length + 1);
    const bool forward = bounds.step > 0;
    const auto first = read(start, forward ? 0 : length - 1);
    if (!first) return first.finding();
    const auto last = read(stop, forward ? length : -length - 1);
    if (!last) return last.finding();
    const auto clamped = [&](std::int64_t place) {
        if (place < 0) place += length;
        return forward ? std::clamp<std::int64_t>(place, 0, length)
                       : std::clamp<std::int64_t>(place, -1, length - 1);
    };
    bounds.start = clamped(*first);
    bounds.stop = clamped(*last);
    return bounds;
}

}  // namespace

Finding undecided(Span span) {
    return make_error("undecided", span,
                      "this can come out either way: a bound, a range or an 'about' is no exact number");
}

Finding not_printable(const Value& value, Span span) {
    return make_error("not-printable", span, fmt::format("{} has no text to print", type_name(value)));
}

List characters(std::string_view text) {
    List list;
    list.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = i;
        next_code_point(text, i);
        list.emplace_back(text.substr(begin, i - begin));
    }
    return list;
}

std::shared_ptr<const List> items_of(const Value& value) {
    switch (value.kind()) {
        case Kind::list:
            return value.shared_list();
        case Kind::text:
            return std::make_shared<const List>(characters(value.text()));
        case Kind::object:
            return value.object().items();
        case Kind::map:
            break;
        default:
            return nullptr;
    }
    List keys;
    keys.reserve(value.map().size());
    for (const auto& [key, entry] : value.map().entries())
        keys.emplace_back(key);
    return std::make_shared<const List>(std::move(keys));
}

std::optional<std::size_t> length_of(const Value& value) {
    switch (value.kind()) {
        case Kind::text:
            return count_code_points(value.text());
        case Kind::list:
            return value.list().size();
        case Kind::map:
            return value.map().size();
        case Kind::object:
            break;
        default:
            return std::nullopt;
    }
    const auto items = value.object().items();
    return items ? std::optional(items->size()) : std::nullopt;
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
    std::string out;
    if (!append_text(out, left)) return not_printable(left, context.span);
    if (!append_text(out, right)) return not_printable(right, context.span);
    if (out.size() > context.evaluation.limits().text_size)
        return too_much_work(context.span, "this text is too long");
    return Value(std::move(out));
}

Result<bool> compare(Comparison comparison, const Value& left, const Value& right,
                     const CallContext& context) {
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

Value item_of(const Value& base, const Value& index) {
    if (index.is_text()) return attribute_of(base, index.text());
    if (base.is_map()) return {};
    if (base.is_text()) {
        const List letters = characters(base.text());
        const auto place = index_of(index, letters.size());
        return place ? letters[*place] : Value();
    }
    const auto items = items_of(base);
    if (!items) return {};
    const auto place = index_of(index, items->size());
    return place ? (*items)[*place] : Value();
}

Value attribute_of(const Value& base, std::string_view name) {
    if (base.is_map()) {
        const Value* value = base.map().find(name);
        return value == nullptr ? Value() : *value;
    }
    if (!base.is_object()) return {};
    auto value = base.object().attribute(name);
    return value ? *std::move(value) : Value();
}

Result<Value> slice_of(const Value& base, const Value& start, const Value& stop, const Value& step,
                       const CallContext& context) {
    const auto items = base.is_map() ? nullptr : items_of(base);
    if (!items)
        return make_error("wrong-type", context.span, fmt::format("{} cannot be sliced", type_name(base)));
    const auto bounds = bounds_of(start, stop, step, static_cast<std::int64_t>(items->size()), context.span);
    if (!bounds) return bounds.finding();
    List taken;
    const auto inside = [&](std::int64_t i) {
        return bounds->step > 0 ? i < bounds->stop : i > bounds->stop;
    };
    for (std::int64_t i = bounds->start; inside(i); i += bounds->step) {
        taken.push_back((*items)[static_cast<std::size_t>(i)]);
    }
    if (!base.is_text()) return Value(std::move(taken));
    std::string text;
    for (const Value& letter : taken)
        text += letter.text();
    return Value(std::move(text));
}

}  // namespace regioscope::expression
