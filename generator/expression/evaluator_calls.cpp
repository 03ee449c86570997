// Calls of functions, filters, tests and objects.
#include <fmt/format.h>

#include <algorithm>

#include "base/suggest.h"
#include "expression/evaluator.h"
#include "expression/operators.h"

namespace regioscope::expression {

bool Evaluator::read_arguments(const Node& node, std::size_t first, std::vector<Argument>& arguments) {
    arguments.reserve(node.children.size());
    for (std::size_t i = first; i < node.children.size(); ++i) {
        const Node& child = node.children[i];
        Value slot;
        const Value* value = evaluate(child.children[0], slot);
        if (value == nullptr) return false;
        if (child.kind == NodeKind::argument) {
            arguments.push_back({value == &slot ? std::move(slot) : *value, child.name, child.span});
        } else if (child.kind == NodeKind::spread) {
            if (is_too_long_to_go_through(*value)) {
                fail(too_long_to_go_through(child.span));
                return false;
            }
            const auto items = items_of(*value);
            if (!items) return refuse_spread(child, *value, "'*' takes a list");
            if (!spend(items->size(), child.span)) return false;
            for (const Value& item : *items)
                arguments.push_back({item, {}, child.span});
        } else {
            if (!value->is_map()) return refuse_spread(child, *value, "'**' takes a map");
            for (const auto& [key, entry] : value->map().entries())
                arguments.push_back({entry, key, child.span});
        }
    }
    return true;
}

bool Evaluator::refuse_spread(const Node& node, const Value& value, std::string_view what) {
    fail(make_error("wrong-type", node.span, fmt::format("{}, got {}", what, type_name(value))));
    return false;
}

const Value* Evaluator::run(const Function& function, const Node& node,
                            const std::vector<Argument>& arguments, Value& slot, Undefined undefined) {
    const auto bound = Arguments::bind(function.name, function.parameters, arguments, node.span);
    if (!bound) return fail(bound.finding());
    // A function may go through all that it is given.
    std::size_t cost = 1;
    for (const Argument& argument : arguments)
        cost += steps_through(argument.value);
    if (!spend(cost, node.span)) return nullptr;
    const Value* value = keep_made(function.call(*bound, context(node)), node, slot);
    if (value == nullptr || !value->is_undefined() || undefined == Undefined::allowed) return value;
    return fail(
        make_error("undefined-value", node.span, fmt::format("'{}' gives nothing here", function.name))
            .note("'|default(…)' says what to take instead"));
}

const Value* Evaluator::call(const Node& node, Value& slot, Undefined undefined) {
    const Node& callee = node.children[0];
    if (callee.kind == NodeKind::name && scope_.find(callee.name) == nullptr) {
        const Function* function = evaluation_.functions().find(Functions::Sort::function, callee.name);
        if (function == nullptr) return fail(unknown_function(callee));
        std::vector<Argument> arguments;
        if (!read_arguments(node, 1, arguments)) return nullptr;
        return run(*function, node, arguments, slot, undefined);
    }
    Value callee_slot;
    const Value* called = evaluate(callee, callee_slot, Undefined::allowed);
    if (called == nullptr) return nullptr;
    if (called->is_undefined()) {
        // Said as an error about the callee: `text.upper()` is told of the filter.
        return evaluate(callee, callee_slot);
    }
    std::vector<Argument> arguments;
    if (!read_arguments(node, 1, arguments)) return nullptr;
    auto result = called->is_object() ? called->object().call(arguments, context(node)) : std::nullopt;
    if (!result) {
        return fail(
            make_error("wrong-type", node.span, fmt::format("{} cannot be called", type_name(*called))));
    }
    return keep_made(*std::move(result), node, slot);
}

Finding Evaluator::unknown_function(const Node& callee) const {
    const Functions& functions = evaluation_.functions();
    Finding finding = functions.unknown(Functions::Sort::function, callee.name, callee.span);
    if (finding.message.find("did you mean") != std::string::npos) return finding;
    std::vector<std::string> names;
    scope_.list_names(names);
    const std::vector<std::string_view> known(names.begin(), names.end());
    finding.message += did_you_mean(callee.name, known);
    return finding;
}

const Value* Evaluator::filter(const Node& node, Value& slot, Undefined undefined) {
    return apply(Functions::Sort::filter, node, slot, undefined);
}

const Value* Evaluator::test(const Node& node, Value& slot) {
    const Value* value = apply(Functions::Sort::test, node, slot, Undefined::refused);
    if (value == nullptr || value->is_boolean()) return value;
    return keep(Value(truth(*value) == Truth::yes), slot);
}

const Value* Evaluator::apply(Functions::Sort sort, const Node& node, Value& slot, Undefined undefined) {
    const Function* function = evaluation_.functions().find(sort, node.name);
    if (function == nullptr) return fail(evaluation_.functions().unknown(sort, node.name, node.name_span));
    std::vector<Argument> arguments;
    arguments.reserve(node.children.size());
    Value left_slot;
    const Value* left = evaluate(node.children[0], left_slot,
                                 function->takes_undefined ? Undefined::allowed : Undefined::refused);
    if (left == nullptr) return nullptr;
    arguments.push_back({left == &left_slot ? std::move(left_slot) : *left, {}, node.children[0].span});
    if (!read_arguments(node, 1, arguments)) return nullptr;
    return run(*function, node, arguments, slot, undefined);
}

}  // namespace regioscope::expression
