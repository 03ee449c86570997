// Names, attributes, items, lists and maps.
#include <fmt/format.h>

#include <algorithm>

#include "base/suggest.h"
#include "expression/evaluator.h"
#include "expression/operators.h"

namespace regioscope::expression {

namespace {

/// Names that are there for other reasons are no way out: only one that is nearly the same.
std::string meant(std::string_view name, const std::vector<std::string_view>& known) {
    const auto near = nearest(name, known);
    return near ? fmt::format(" (did you mean '{}'?)", *near) : std::string();
}

}  // namespace

const Value* Evaluator::evaluate(const Node& node, Value& slot, Undefined undefined) {
    const Evaluation::Level level(evaluation_);
    if (level.too_deep()) return fail(too_much_work(node.span, "this is nested too deeply"));
    if (!evaluation_.spend()) return fail(evaluation_.too_many_steps(node.span));
    switch (node.kind) {
        case NodeKind::constant:
            return &node.constant;
        case NodeKind::name:
            return name(node, undefined);
        case NodeKind::list:
            return list(node, slot);
        case NodeKind::map:
            return map(node, slot);
        case NodeKind::attribute:
            return attribute(node, slot, undefined);
        case NodeKind::item:
            return item(node, slot, undefined);
        case NodeKind::slice:
            return slice(node, slot);
        case NodeKind::call:
            return call(node, slot, undefined);
        case NodeKind::filter:
            return filter(node, slot, undefined);
        case NodeKind::test:
            return test(node, slot);
        case NodeKind::negate:
            return negate(node, slot);
        case NodeKind::plus:
            return plus(node, slot);
        case NodeKind::logical_not:
            return logical_not(node, slot);
        case NodeKind::logical_and:
            return logical(node, slot, Truth::no);
        case NodeKind::logical_or:
            return logical(node, slot, Truth::yes);
        case NodeKind::arithmetic:
            return arithmetic(node, slot);
        case NodeKind::concatenate:
            return concatenate(node, slot);
        case NodeKind::compare:
            return compare(node, slot);
        case NodeKind::conditional:
            return conditional(node, slot, undefined);
        case NodeKind::argument:
        case NodeKind::spread:
        case NodeKind::spread_named:
        case NodeKind::absent:
            break;
    }
    return nothing();
}

std::optional<bool> Evaluator::decide(const Node& node) {
    Value slot;
    const Value* value = evaluate(node, slot);
    if (value == nullptr) return std::nullopt;
    const Truth answer = truth(*value);
    if (answer != Truth::undecided) return answer == Truth::yes;
    fail(undecided(node.span));
    return std::nullopt;
}

const Value* Evaluator::fail(Finding finding) {
    if (!finding_) finding_ = std::move(finding);
    return nullptr;
}

const Value* Evaluator::keep(Result<Value> result, Value& slot) {
    if (!result) return fail(std::move(result).finding());
    slot = *std::move(result);
    return &slot;
}

const Value* Evaluator::keep(Value value, Value& slot) {
    slot = std::move(value);
    return &slot;
}

const Value* Evaluator::keep_made(Result<Value> result, const Node& node, Value& slot) {
    if (!result) return fail(std::move(result).finding());
    if (auto finding = evaluation_.receive(*result, node.span)) return fail(*std::move(finding));
    slot = *std::move(result);
    return &slot;
}

bool Evaluator::spend(std::size_t steps, Span span) {
    if (evaluation_.spend(steps)) return true;
    fail(evaluation_.too_many_steps(span));
    return false;
}

const Value* Evaluator::nothing() {
    static const Value undefined;
    return &undefined;
}

const Value* Evaluator::name(const Node& node, Undefined undefined) {
    const Value* value = scope_.find(node.name);
    if (value != nullptr && !value->is_undefined()) return value;
    if (undefined == Undefined::allowed) return nothing();
    if (value != nullptr) {
        return fail(make_error("undefined-name", node.span, fmt::format("'{}' was not given", node.name)));
    }
    return fail(undefined_name(node));
}

Finding Evaluator::undefined_name(const Node& node) const {
    const Functions& functions = evaluation_.functions();
    if (functions.find(Functions::Sort::function, node.name) != nullptr) {
        return make_error("undefined-name", node.span,
                          fmt::format("'{}' is a function: call it with '{}(…)'", node.name, node.name));
    }
    std::vector<std::string> names;
    scope_.list_names(names);
    const std::vector<std::string_view> known(names.begin(), names.end());
    return make_error("undefined-name", node.span,
                      fmt::format("no '{}' here{}", node.name, meant(node.name, known)));
}

const Value* Evaluator::attribute(const Node& node, Value& slot, Undefined undefined) {
    Value base_slot;
    const Value* base = evaluate(node.children[0], base_slot);
    if (base == nullptr) return nullptr;
    return attribute_value(*base, node.name, node, base != &base_slot, slot, undefined);
}

const Value* Evaluator::attribute_value(const Value& base, std::string_view attribute, const Node& node,
                                        bool lives, Value& slot, Undefined undefined) {
    if (base.is_map()) {
        const Value* found = base.map().find(attribute);
        if (found != nullptr && !found->is_undefined()) return lives ? found : keep(*found, slot);
    } else if (base.is_object()) {
        auto found = base.object().attribute(attribute);
        if (found && !found->is_undefined()) {
            if (Environment* environment = evaluation_.environment()) {
                environment->attribute_read(base.object(), attribute, *found);
            }
            return keep(*std::move(found), slot);
        }
    }
    if (undefined == Undefined::allowed) return nothing();
    return fail(undefined_attribute(base, attribute, node));
}

Finding Evaluator::undefined_attribute(const Value& base, std::string_view attribute,
                                       const Node& node) const {
    std::vector<std::string> names;
    if (base.is_map()) {
        for (const auto& [key, value] : base.map().entries())
            names.push_back(key);
    } else if (base.is_object()) {
        names = base.object().attribute_names();
    }
    const std::vector<std::string_view> known(names.begin(), names.end());
    std::string hint = meant(attribute, known);
    if (hint.empty() && evaluation_.functions().find(Functions::Sort::filter, attribute) != nullptr) {
        hint = fmt::format(" (there is a filter: '|{}')", attribute);
    }
    const Span span = node.kind == NodeKind::attribute ? node.name_span : node.children[1].span;
    return make_error("undefined-attribute", span,
                      fmt::format("{} has no '{}'{}", type_name(base), attribute, hint));
}

const Value* Evaluator::item(const Node& node, Value& slot, Undefined undefined) {
    Value base_slot;
    const Value* base = evaluate(node.children[0], base_slot);
    if (base == nullptr) return nullptr;
    Value index_slot;
    const Value* index = evaluate(node.children[1], index_slot);
    if (index == nullptr) return nullptr;
    if (index->is_text() && !base->is_text() && !base->is_list()) {
        return attribute_value(*base, index->text(), node, base != &base_slot, slot, undefined);
    }
    if (base->is_text() && !spend(base->weight(), node.span)) return nullptr;
    Value value = item_of(*base, *index);
    if (!value.is_undefined()) return keep(std::move(value), slot);
    if (undefined == Undefined::allowed) return nothing();
    return fail(undefined_item(*base, *index, node));
}

Finding Evaluator::undefined_item(const Value& base, const Value& index, const Node& node) {
    const auto length = base.is_map() ? std::nullopt : length_of(base);
    const std::string what =
        length && index.is_number()
            ? fmt::format("{} of {} has no item {}", type_name(base), *length, index.number().text())
            : fmt::format("{} has no item {}", type_name(base), text_of(index).value_or("of that sort"));
    return make_error("undefined-item", node.children[1].span, what);
}

const Value* Evaluator::slice(const Node& node, Value& slot) {
    Value slots[4];
    const Value* parts[4];
    for (std::size_t i = 0; i < 4; ++i) {
        parts[i] = evaluate(node.children[i], slots[i]);
        if (parts[i] == nullptr) return nullptr;
    }
    if (!spend(parts[0]->weight(), node.span)) return nullptr;
    return keep_made(slice_of(*parts[0], *parts[1], *parts[2], *parts[3], context(node)), node, slot);
}

const Value* Evaluator::list(const Node& node, Value& slot) {
    List items;
    items.reserve(node.children.size());
    for (const Node& child : node.children) {
        Value item_slot;
        const Value* value = evaluate(child, item_slot);
        if (value == nullptr) return nullptr;
        items.push_back(*value);
    }
    return keep_made(Value(std::move(items)), node, slot);
}

const Value* Evaluator::map(const Node& node, Value& slot) {
    Map entries;
    for (std::size_t i = 0; i < node.children.size(); i += 2) {
        Value key_slot;
        const Value* key = evaluate(node.children[i], key_slot);
        if (key == nullptr) return nullptr;
        if (!key->is_text()) {
            return fail(make_error("wrong-type", node.children[i].span,
                                   fmt::format("a map's key is a text, got {}", type_name(*key))));
        }
        Value value_slot;
        const Value* value = evaluate(node.children[i + 1], value_slot);
        if (value == nullptr) return nullptr;
        entries.set(key->text(), *value);
    }
    return keep_made(Value(std::move(entries)), node, slot);
}

}  // namespace regioscope::expression
