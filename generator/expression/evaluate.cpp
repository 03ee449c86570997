#include "expression/evaluate.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/suggest.h"
#include "expression/operators.h"

namespace regioscope::expression {

namespace {

/// May the place take "there is none"? Only what stands directly before `|default` and `is defined` may.
enum class Undefined : std::uint8_t { refused, allowed };

/// Walks the tree. A value is either pointed to where it already lives (a constant, a name's value) or made
/// in the slot that the caller provides; null means that a finding was kept.
class Evaluator {
  public:
    Evaluator(const Scope& scope, Evaluation& evaluation) : scope_(scope), evaluation_(evaluation) {}

    const Value* evaluate(const Node& node, Value& slot, Undefined undefined = Undefined::refused) {
        const Evaluation::Level level(evaluation_);
        if (level.too_deep()) return fail(too_much_work(node.span, "this is nested too deeply"));
        if (!evaluation_.spend()) return fail(too_much_work(node.span, "this takes too many steps"));
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
        return nothing(undefined);
    }

    std::optional<bool> decide(const Node& node) {
        Value slot;
        const Value* value = evaluate(node, slot);
        if (value == nullptr) return std::nullopt;
        const Truth answer = truth(*value);
        if (answer != Truth::undecided) return answer == Truth::yes;
        fail(undecided(node.span));
        return std::nullopt;
    }

    /// Arguments from children[first] on; false when a finding was kept. Values are moved or shared, never
    /// borrowed.
    bool read_arguments(const Node& node, std::size_t first, std::vector<Argument>& arguments) {
        arguments.reserve(node.children.size());
        for (std::size_t i = first; i < node.children.size(); ++i) {
            const Node& child = node.children[i];
            Value slot;
            const Value* value = evaluate(child.children[0], slot);
            if (value == nullptr) return false;
            if (child.kind == NodeKind::argument) {
                arguments.push_back({value == &slot ? std::move(slot) : *value, child.name, child.span});
            } else if (child.kind == NodeKind::spread) {
                const auto items = items_of(*value);
                if (!items) return refuse_spread(child, *value, "'*' takes a list");
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

    Finding take_finding() { return std::move(*finding_); }

  private:
    const Value* fail(Finding finding) {
        if (!finding_) finding_ = std::move(finding);
        return nullptr;
    }

    const Value* keep(Result<Value> result, Value& slot) {
        if (!result) return fail(std::move(result).finding());
        slot = *std::move(result);
        return &slot;
    }

    const Value* keep(Value value, Value& slot) {
        slot = std::move(value);
        return &slot;
    }

    /// What is undefined and allowed to be.
    static const Value* nothing(Undefined) {
        static const Value undefined;
        return &undefined;
    }

    CallContext context(const Node& node) { return {evaluation_, node.span}; }

    // ---- Names, attributes, items ----

    const Value* name(const Node& node, Undefined undefined) {
        const Value* value = scope_.find(node.name);
        if (value != nullptr && !value->is_undefined()) return value;
        if (undefined == Undefined::allowed) return nothing(undefined);
        if (value != nullptr) {
            return fail(
                make_error("undefined-name", node.span, fmt::format("'{}' was not given", node.name)));
        }
        return fail(undefined_name(node));
    }

    Finding undefined_name(const Node& node) const {
        const Functions& functions = evaluation_.functions();
        if (functions.find(Functions::Sort::function, node.name) != nullptr) {
            return make_error("undefined-name", node.span,
                              fmt::format("'{}' is a function: call it with '{}(…)'", node.name, node.name));
        }
        std::vector<std::string> names;
        scope_.list_names(names);
        const std::vector<std::string_view> known(names.begin(), names.end());
        return make_error("undefined-name", node.span,
                          fmt::format("no '{}' here{}", node.name, did_you_mean(node.name, known)));
    }

    const Value* attribute(const Node& node, Value& slot, Undefined undefined) {
        Value base_slot;
        const Value* base = evaluate(node.children[0], base_slot);
        if (base == nullptr) return nullptr;
        return attribute_value(*base, node.name, node, base != &base_slot, slot, undefined);
    }

    /// `lives` says that the base outlives this step, so that its parts may be pointed to.
    const Value* attribute_value(const Value& base, std::string_view attribute, const Node& node, bool lives,
                                 Value& slot, Undefined undefined) {
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
        if (undefined == Undefined::allowed) return nothing(undefined);
        return fail(undefined_attribute(base, attribute, node));
    }

    Finding undefined_attribute(const Value& base, std::string_view attribute, const Node& node) const {
        std::vector<std::string> names;
        if (base.is_map()) {
            for (const auto& [key, value] : base.map().entries())
                names.push_back(key);
        } else if (base.is_object()) {
            names = base.object().attribute_names();
        }
        const std::vector<std::string_view> known(names.begin(), names.end());
        std::string hint = did_you_mean(attribute, known);
        if (hint.empty() && evaluation_.functions().find(Functions::Sort::filter, attribute) != nullptr) {
            hint = fmt::format(" (there is a filter: '|{}')", attribute);
        }
        const Span span = node.kind == NodeKind::attribute ? node.name_span : node.children[1].span;
        return make_error("undefined-attribute", span,
                          fmt::format("{} has no '{}'{}", type_name(base), attribute, hint));
    }

    const Value* item(const Node& node, Value& slot, Undefined undefined) {
        Value base_slot;
        const Value* base = evaluate(node.children[0], base_slot);
        if (base == nullptr) return nullptr;
        Value index_slot;
        const Value* index = evaluate(node.children[1], index_slot);
        if (index == nullptr) return nullptr;
        if (index->is_text() && !base->is_text() && !base->is_list()) {
            return attribute_value(*base, index->text(), node, base != &base_slot, slot, undefined);
        }
        Value value = item_of(*base, *index);
        if (!value.is_undefined()) return keep(std::move(value), slot);
        if (undefined == Undefined::allowed) return nothing(undefined);
        return fail(undefined_item(*base, *index, node));
    }

    static Finding undefined_item(const Value& base, const Value& index, const Node& node) {
        const auto length = base.is_map() ? std::nullopt : length_of(base);
        const std::string what =
            length && index.is_number()
                ? fmt::format("{} of {} has no item {}", type_name(base), *length, index.number().text())
                : fmt::format("{} has no item {}", type_name(base), text_of(index).value_or("of that sort"));
        return make_error("undefined-item", node.children[1].span, what);
    }

    const Value* slice(const Node& node, Value& slot) {
        Value slots[4];
        const Value* parts[4];
        for (std::size_t i = 0; i < 4; ++i) {
            parts[i] = evaluate(node.children[i], slots[i]);
            if (parts[i] == nullptr) return nullptr;
        }
        return keep(slice_of(*parts[0], *parts[1], *parts[2], *parts[3], context(node)), slot);
    }

    const Value* list(const Node& node, Value& slot) {
        List items;
        items.reserve(node.children.size());
        for (const Node& child : node.children) {
            Value item_slot;
            const Value* value = evaluate(child, item_slot);
            if (value == nullptr) return nullptr;
            items.push_back(*value);
        }
        return keep(Value(std::move(items)), slot);
    }

    const Value* map(const Node& node, Value& slot) {
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
        return keep(Value(std::move(entries)), slot);
    }

    // ---- Operators ----

    const Value* negate(const Node& node, Value& slot) {
        Value operand_slot;
        const Value* operand = evaluate(node.children[0], operand_slot);
        return operand == nullptr ? nullptr : keep(expression::negate(*operand, context(node)), slot);
    }

    const Value* plus(const Node& node, Value& slot) {
        const Value* operand = evaluate(node.children[0], slot);
        if (operand == nullptr || operand->is_number() || operand->is_object()) return operand;
        return fail(make_error("wrong-type", node.span, fmt::format("{} has no sign", type_name(*operand))));
    }

    const Value* logical_not(const Node& node, Value& slot) {
        const auto answer = decide(node.children[0]);
        return answer ? keep(Value(!*answer), slot) : nullptr;
    }

    /// The first operand whose truth settles it, or the last one, as in Jinja.
    const Value* logical(const Node& node, Value& slot, Truth settles) {
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const Value* value = evaluate(node.children[i], slot);
            if (value == nullptr || i + 1 == node.children.size()) return value;
            const Truth answer = truth(*value);
            if (answer == Truth::undecided) return fail(undecided(node.children[i].span));
            if (answer == settles) return value;
        }
        return nullptr;
    }

    const Value* arithmetic(const Node& node, Value& slot) {
        Value left_slot;
        const Value* left = evaluate(node.children[0], left_slot);
        if (left == nullptr) return nullptr;
        Value right_slot;
        const Value* right = evaluate(node.children[1], right_slot);
        if (right == nullptr) return nullptr;
        return keep(compute(node.operation, *left, *right, context(node)), slot);
    }

    const Value* concatenate(const Node& node, Value& slot) {
        std::string text;
        Value joined;
        bool is_plain = true;
        for (const Node& child : node.children) {
            Value part_slot;
            const Value* part = evaluate(child, part_slot);
            if (part == nullptr) return nullptr;
            if (is_plain && !part->is_object()) {
                if (!append_text(text, *part)) return fail(not_printable(*part, child.span));
                if (text.size() > evaluation_.limits().text_size) {
                    return fail(too_much_work(node.span, "this text is too long"));
                }
                continue;
            }
            if (is_plain) joined = Value(std::move(text));
            is_plain = false;
            if (keep(expression::concatenate(joined, *part, {evaluation_, child.span}), joined) == nullptr)
                return nullptr;
        }
        return keep(is_plain ? Value(std::move(text)) : std::move(joined), slot);
    }

    const Value* compare(const Node& node, Value& slot) {
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

    /// Without an `else` it prints nothing, as in Jinja.
    const Value* conditional(const Node& node, Value& slot, Undefined undefined) {
        const auto answer = decide(node.children[0]);
        if (!answer) return nullptr;
        if (*answer) return evaluate(node.children[1], slot, undefined);
        if (node.children[2].kind != NodeKind::absent) return evaluate(node.children[2], slot, undefined);
        if (undefined == Undefined::allowed) return nothing(undefined);
        static const Value empty("");
        return &empty;
    }

    // ---- Calls ----

    bool refuse_spread(const Node& node, const Value& value, std::string_view what) {
        fail(make_error("wrong-type", node.span, fmt::format("{}, got {}", what, type_name(value))));
        return false;
    }

    const Value* run(const Function& function, const Node& node, const std::vector<Argument>& arguments,
                     Value& slot, Undefined undefined) {
        const auto bound = Arguments::bind(function.name, function.parameters, arguments, node.span);
        if (!bound) return fail(bound.finding());
        const Value* value = keep(function.call(*bound, context(node)), slot);
        if (value == nullptr || !value->is_undefined() || undefined == Undefined::allowed) return value;
        return fail(
            make_error("undefined-value", node.span, fmt::format("'{}' gives nothing here", function.name))
                .note("'|default(…)' says what to take instead"));
    }

    const Value* call(const Node& node, Value& slot, Undefined undefined) {
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
        return keep(*std::move(result), slot);
    }

    Finding unknown_function(const Node& callee) const {
        const Functions& functions = evaluation_.functions();
        Finding finding = functions.unknown(Functions::Sort::function, callee.name, callee.span);
        if (finding.message.find("did you mean") != std::string::npos) return finding;
        std::vector<std::string> names;
        scope_.list_names(names);
        const std::vector<std::string_view> known(names.begin(), names.end());
        finding.message += did_you_mean(callee.name, known);
        return finding;
    }

    const Value* filter(const Node& node, Value& slot, Undefined undefined) {
        return apply(Functions::Sort::filter, node, slot, undefined);
    }

    const Value* test(const Node& node, Value& slot) {
        const Value* value = apply(Functions::Sort::test, node, slot, Undefined::refused);
        if (value == nullptr || value->is_boolean()) return value;
        return keep(Value(truth(*value) == Truth::yes), slot);
    }

    const Value* apply(Functions::Sort sort, const Node& node, Value& slot, Undefined undefined) {
        const Function* function = evaluation_.functions().find(sort, node.name);
        if (function == nullptr)
            return fail(evaluation_.functions().unknown(sort, node.name, node.name_span));
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

    const Scope& scope_;
    Evaluation& evaluation_;
    std::optional<Finding> finding_;
};

}  // namespace

Finding too_much_work(Span span, std::string_view what) {
    return make_error("too-much-work", span, std::string(what));
}

const Value* MapScope::find(std::string_view name) const {
    const Value* value = names_.find(name);
    return value != nullptr || outer_ == nullptr ? value : outer_->find(name);
}

void MapScope::list_names(std::vector<std::string>& names) const {
    for (const auto& [name, value] : names_.entries())
        names.push_back(name);
    if (outer_ != nullptr) outer_->list_names(names);
}

Result<Value> evaluate(const Expression& expression, const Scope& scope, Evaluation& evaluation) {
    Evaluator evaluator(scope, evaluation);
    Value slot;
    const Value* value = evaluator.evaluate(expression.root(), slot);
    if (value == nullptr) return evaluator.take_finding();
    if (value == &slot) return slot;
    return *value;
}

const Value* evaluate(const Node& node, const Scope& scope, Evaluation& evaluation, Value& slot,
                      Finding& failure) {
    Evaluator evaluator(scope, evaluation);
    const Value* value = evaluator.evaluate(node, slot);
    if (value == nullptr) failure = evaluator.take_finding();
    return value;
}

bool evaluate_arguments(const Node& node, std::size_t first, const Scope& scope, Evaluation& evaluation,
                        std::vector<Argument>& arguments, Finding& failure) {
    Evaluator evaluator(scope, evaluation);
    const bool good = evaluator.read_arguments(node, first, arguments);
    if (!good) failure = evaluator.take_finding();
    return good;
}

Result<bool> evaluate_truth(const Expression& expression, const Scope& scope, Evaluation& evaluation) {
    Evaluator evaluator(scope, evaluation);
    const auto answer = evaluator.decide(expression.root());
    if (!answer) return evaluator.take_finding();
    return *answer;
}

}  // namespace regioscope::expression
