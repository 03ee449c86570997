// Branches, loops, names and macros.
#include <fmt/format.h>

#include <algorithm>

#include "base/suggest.h"
#include "expression/operators.h"
#include "template/callable.h"
#include "template/renderer.h"

namespace regioscope::templates {

namespace {

using expression::Argument;
using expression::List;
using expression::Node;
using expression::NodeKind;
using expression::Value;

}  // namespace

// ---- Flow ----

bool Renderer::run_step(const IfStep& step, Span, Frame& frame) {
    for (const IfStep::Branch& branch : step.branches) {
        Value slot;
        const Value* value = evaluate(*branch.condition, frame, slot);
        if (value == nullptr) return false;
        const expression::Truth answer = truth(*value);
        if (answer == expression::Truth::undecided)
            return fail(expression::undecided(branch.condition->span));
        if (answer == expression::Truth::yes) return run(branch.body, frame);
    }
    return run(step.otherwise, frame);
}

bool Renderer::run_step(const ForStep& step, Span span, Frame& frame) {
    Value slot;
    const Value* value = evaluate(step.loop->items, frame, slot);
    if (value == nullptr) return false;
    if (expression::is_too_long_to_go_through(*value))
        return fail(expression::too_long_to_go_through(step.loop->items.span));
    auto items = expression::items_of(*value);
    if (!items) {
        return fail(make_error("wrong-type", step.loop->items.span,
                               fmt::format("a loop takes a list, got {}", type_name(*value))));
    }
    items = filtered(*step.loop, std::move(items), frame);
    if (!items) return false;
    Frame inner(&frame);
    if (items->empty()) return run(step.otherwise, inner);
    const auto loop = std::make_shared<LoopValue>(items);
    const Value loop_value(loop);
    for (std::size_t i = 0; i < items->size(); ++i) {
        if (!evaluation_.spend()) return fail(evaluation_.too_many_steps(span));
        loop->move_to(i);
        inner.clear();
        if (!assign(step.loop->target, (*items)[i], inner)) return false;
        inner.set("loop", loop_value);
        if (!run(step.body, inner)) return false;
    }
    return true;
}

std::shared_ptr<const List> Renderer::filtered(const For& loop, std::shared_ptr<const List> items,
                                               const Frame& outer) {
    if (loop.filter.kind == NodeKind::absent) return items;
    List kept;
    Frame frame(&outer);
    for (const Value& item : *items) {
        frame.clear();
        if (!assign(loop.target, item, frame)) return nullptr;
        Value slot;
        const Value* value = evaluate(loop.filter, frame, slot);
        if (value == nullptr) return nullptr;
        const expression::Truth answer = truth(*value);
        if (answer == expression::Truth::undecided) {
            fail(expression::undecided(loop.filter.span));
            return nullptr;
        }
        if (answer == expression::Truth::yes) kept.push_back(item);
    }
    return std::make_shared<const List>(std::move(kept));
}

// ---- Names ----

bool Renderer::assign(const AssignTarget& target, const Value& value, Frame& frame) {
    if (target.parts.empty()) {
        if (frame.is_overfull()) return fail(too_many_names(target.span));
        frame.set(target.name, value);
        return true;
    }
    if (expression::is_too_long_to_go_through(value))
        return fail(expression::too_long_to_go_through(target.span));
    const auto items = expression::items_of(value);
    if (!items) {
        return fail(
            make_error("wrong-type", target.span,
                       fmt::format("{} names take a list, got {}", target.parts.size(), type_name(value))));
    }
    if (items->size() != target.parts.size()) {
        return fail(make_error(
            "wrong-type", target.span,
            fmt::format("there are {} names here for a list of {}", target.parts.size(), items->size())));
    }
    for (std::size_t i = 0; i < items->size(); ++i) {
        if (!assign(target.parts[i], (*items)[i], frame)) return false;
    }
    return true;
}

bool Renderer::run_step(const SetStep& step, Span, Frame& frame) {
    Value slot;
    const Value* value = evaluate(step.set->value, frame, slot);
    if (value == nullptr) return false;
    // A copy: the value may stand in the very frame that changes.
    return assign(step.set->target, Value(*value), frame);
}

bool Renderer::run_step(const SetBlockStep& step, Span span, Frame& frame) {
    std::string text;
    std::string* const out = std::exchange(out_, &text);
    const std::size_t url_begin = std::exchange(url_begin_, 0);
    Frame inner(&frame);
    const bool good = run(step.body, inner);
    out_ = out;
    url_begin_ = url_begin;
    if (!good) return false;
    const Value made = step.target == Target::plain
                           ? Value(std::move(text))
                           : Value(std::make_shared<Markup>(std::move(text), step.target));
    if (auto finding = evaluation_.receive(made, span)) return fail(*std::move(finding));
    return assign(step.set->target, made, frame);
}

bool Renderer::run_step(const WithStep& step, Span, Frame& frame) {
    Frame inner(&frame);
    // All values are those outside, so that `with a = b, b = a` swaps them.
    for (const With::Assignment& assignment : step.with->assignments) {
        Value slot;
        const Value* value = evaluate(assignment.value, frame, slot);
        if (value == nullptr || !assign(assignment.target, *value, inner)) return false;
    }
    return run(step.body, inner);
}

// ---- Macros ----

bool Renderer::run_step(const MacroStep& step, Span span, Frame& frame) {
    if (frame.is_overfull()) return fail(too_many_names(span));
    frame.set(step.macro->name, Value(std::make_shared<MacroValue>(*this, *step.routine, frame)));
    return true;
}

bool Renderer::invoke(const MacroValue& macro, const std::vector<Argument>& arguments, Span span) {
    const Routine& routine = macro.routine();
    const Variant* variant = routine.at(place_);
    if (variant == nullptr) {
        return fail(make_error("wrong-place", span,
                               fmt::format("the macro '{}' was not expected {}: call it by its own name",
                                           routine.name, described(places_[place_]))));
    }
    Frame frame(&macro.home());
    if (!bind(macro, arguments, frame)) return false;
    return run(variant, frame) || came_from(fmt::format("'{}' was called", routine.name), span);
}

bool Renderer::bind(const MacroValue& macro, const std::vector<Argument>& arguments, Frame& frame) {
    const Routine& routine = macro.routine();
    const auto& parameters = *routine.parameters;
    if (parameters.size() > Frame::most_names) return fail(too_many_names(routine.span));
    std::size_t next = 0;
    for (const Argument& argument : arguments) {
        if (argument.name.empty()) {
            if (next == parameters.size()) {
                return fail(make_error("wrong-arguments", argument.span,
                                       fmt::format("'{}' takes no more than {} argument{}", routine.name,
                                                   parameters.size(), parameters.size() == 1 ? "" : "s")));
            }
            frame.set(parameters[next++].name, argument.value);
            continue;
        }
        const auto parameter =
            std::find_if(parameters.begin(), parameters.end(),
                         [&](const MacroParameter& known) { return known.name == argument.name; });
        if (parameter == parameters.end()) {
            std::vector<std::string_view> known;
            for (const MacroParameter& one : parameters)
                known.push_back(one.name);
            return fail(make_error("wrong-arguments", argument.span,
                                   fmt::format("'{}' has no parameter '{}'{}", routine.name, argument.name,
                                               did_you_mean(argument.name, known))));
        }
        if (frame.find_own(parameter->name) != nullptr) {
            return fail(make_error("wrong-arguments", argument.span,
                                   fmt::format("'{}' is given '{}' twice", routine.name, argument.name)));
        }
        frame.set(parameter->name, argument.value);
    }
    for (const MacroParameter& parameter : parameters) {
        if (frame.find_own(parameter.name) != nullptr) continue;
        Value slot;
        const Value* value = &slot;
        if (parameter.fallback.kind != NodeKind::absent) value = evaluate(parameter.fallback, frame, slot);
        if (value == nullptr) return false;
        // Undefined for one that has no default: reading it is an error, asking whether it is defined is not.
        frame.set(parameter.name, Value(*value));
    }
    return true;
}

}  // namespace regioscope::templates
