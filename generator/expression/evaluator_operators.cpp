// Operators, conditions and comparisons.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/suggest.h"
#include "expression/evaluator.h"
#include "expression/operators.h"

namespace regioscope::expression {

const Value* Evaluator::negate(const Node& node, Value& slot) {
    Value operand_slot;
    const Value* operand = evaluate(node.children[0], operand_slot);
    return operand == nullptr ? nullptr : keep(expression::negate(*operand, context(node)), slot);
}

const Value* Evaluator::plus(const Node& node, Value& slot) {
    const Value* operand = evaluate(node.children[0], slot);
    if (operand == nullptr || operand->is_number() || operand->is_object()) return operand;
    return fail(make_error("wrong-type", node.span, fmt::format("{} has no sign", type_name(*operand))));
}

const Value* Evaluator::logical_not(const Node& node, Value& slot) {
    const auto answer = decide(node.children[0]);
    return answer ? keep(Value(!*answer), slot) : nullptr;
}

const Value* Evaluator::logical(const Node& node, Value& slot, Truth settles) {
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const Value* value = evaluate(node.children[i], slot);
        if (value == nullptr || i + 1 == node.children.size()) return value;
        const Truth answer = truth(*value);
        if (answer == Truth::undecided) return fail(undecided(node.children[i].span));
        if (answer == settles) return value;
    }
    return nullptr;
}

const Value* Evaluator::arithmetic(const Node& node, Value& slot) {
    Value left_slot;
    const Value* left = evaluate(node.children[0], left_slot);
    if (left == nullptr) return nullptr;
    Value right_slot;
    const Value* right = evaluate(node.children[1], right_slot);
    if (right == nullptr) return nullptr;
    return keep_made(compute(node.operation, *left, *right, context(node)), node, slot);
}

const Value* Evaluator::concatenate(const Node& node, Value& slot) {
    std::string text;
    Value joined;
    bool is_plain = true;
    for (const Node& child : node.children) {
        Value part_slot;
        const Value* part = evaluate(child, part_slot);
        if (part == nullptr) return nullptr;
        if (!spend(part->weight(), child.span)) return nullptr;
        if (is_plain && !part->is_object()) {
            if (!append_text(text, *part)) return fail(not_printable(*part, child.span));
            if (text.size() > evaluation_.limits().text_size) {
                return fail(too_much_work(node.span, "this text is too long"));
            }
            continue;
        }
        if (is_plain) joined = Value(std::exchange(text, {}));
        is_plain = false;
        if (keep(expression::concatenate(joined, *part, {evaluation_, child.span}), joined) == nullptr)
            return nullptr;
    }
    return keep_made(is_plain ? Value(std::move(text)) : std::move(joined), node, slot);
}

const Value* Evaluator::compare(const Node& node, Value& slot) {
    Value slots[2];
    const Value* left = evaluate(node.children[0], slots[0]);
    if (left == nullptr) return nullptr;
    for (std::size_t i = 0; i < node.comparisons.size(); ++i) {
        Value& right_slot = slots[(i + 1) % 2];
        const Value* right = evaluate(node.children[i + 1], right_slot);
        if (right == nullptr) return nullptr;
        const Span span = join(node.children[i].span, node.children[i + 1].span);
        auto answer = expression::compare(node.comparisons[i], *left, *right, {evaluation_, span});
        if (!answer) return fail(std::move(answer).finding());
        if (!*answer) return keep(Value(false), slot);
        left = right;
    }
    return keep(Value(true), slot);
}

const Value* Evaluator::conditional(const Node& node, Value& slot, Undefined undefined) {
    const auto answer = decide(node.children[0]);
    if (!answer) return nullptr;
    if (*answer) return evaluate(node.children[1], slot, undefined);
    if (node.children[2].kind != NodeKind::absent) return evaluate(node.children[2], slot, undefined);
    if (undefined == Undefined::allowed) return nothing();
    static const Value empty("");
    return &empty;
}

}  // namespace regioscope::expression
