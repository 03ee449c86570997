#include "template/renderer.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/suggest.h"
#include "escape/html_attribute.h"
#include "escape/url.h"
#include "escape/xml.h"
#include "expression/operators.h"
#include "template/callable.h"

namespace regioscope::templates {

namespace {

using expression::Argument;
using expression::List;
using expression::Node;
using expression::NodeKind;
using expression::Value;

/// No page comes near; a loop in a loop in a loop does.
constexpr std::size_t longest_output = 256'000'000;
constexpr std::size_t most_notes = 8;

/// The callable that an output consists of, if it is known by its name alone.
const Callable* find_callable(const Node& callee, const Frame& frame) {
    if (callee.kind == NodeKind::name) {
        const Value* value = frame.find(callee.name);
        return value == nullptr ? nullptr : value->as<Callable>();
    }
    if (callee.kind != NodeKind::attribute || callee.children[0].kind != NodeKind::name) return nullptr;
    const Value* base = frame.find(callee.children[0].name);
    const auto* module = base == nullptr ? nullptr : base->as<ModuleValue>();
    const Value* value = module == nullptr ? nullptr : module->find(callee.name);
    return value == nullptr ? nullptr : value->as<Callable>();
}

}  // namespace

bool Renderer::fail(Finding finding) {
    failure_ = std::move(finding);
    return false;
}

bool Renderer::came_from(std::string_view how, Span span) {
    const FindingNote note{fmt::format("{} here", how), {span.source, span.begin, span.begin}};
    const bool repeats = !failure_.notes.empty() && failure_.notes.back().span == note.span;
    if (!repeats && failure_.notes.size() < most_notes) failure_.notes.push_back(note);
    return false;
}

const Value* Renderer::evaluate(const Node& node, const Frame& frame, Value& slot) {
    return expression::evaluate(node, frame, evaluation_, slot, failure_);
}

// ---- Templates ----

bool Renderer::run_page(const Instance& instance, const expression::Scope& page) {
    Frame module(nullptr, &page);
    return run_instance(instance, module);
}

bool Renderer::run_instance(const Instance& instance, Frame& module) {
    const Instance* const outer_instance = std::exchange(instance_, &instance);
    const Frame* const outer_module = std::exchange(module_, &module);
    if (!instance.blocks.empty())
        module.set("self", Value(std::make_shared<BlocksValue>(*this, instance, module)));
    bool good = true;
    for (std::size_t i = 0; i < instance.bodies.size() && good; ++i) {
        good = run(instance.bodies[i], module);
        for (std::size_t child = i; !good && child > 0; --child)
            came_from("extended", instance.chain[child - 1]->extends_span);
    }
    instance_ = outer_instance;
    module_ = outer_module;
    return good;
}

bool Renderer::run(const Variant* variant, Frame& frame) {
    for (const Finding& finding : variant->findings.all()) {
        if (finding.severity == Severity::error) return fail(finding);
    }
    const PlaceId outer_place = place_;
    const PlaceId outer_values_place = std::exchange(values_place_, variant->values_place);
    const bool good = run(variant->steps, frame);
    place_ = outer_place;
    values_place_ = outer_values_place;
    return good;
}

bool Renderer::run(const Steps& steps, Frame& frame) {
    const expression::Evaluation::Level level(evaluation_);
    for (const Step& step : steps) {
        if (!evaluation_.spend())
            return fail(expression::too_much_work(step.span, "this page takes too many steps"));
        if (level.too_deep()) {
            return fail(expression::too_much_work(
                step.span, "this is nested too deeply: does it call itself without end?"));
        }
        place_ = values_place_;
        if (!std::visit([&](const auto& form) { return run_step(form, step.span, frame); }, step.form))
            return false;
    }
    return true;
}

bool Renderer::run_block(const std::string& name, std::size_t level, const Frame* outer, Span span) {
    const auto known = instance_->blocks.find(name);
    if (known == instance_->blocks.end() || level >= known->second.size()) {
        return fail(make_error("unknown-block", span, fmt::format("there is no block '{}'", name)));
    }
    const Variant* variant = known->second[level]->at(place_);
    if (variant == nullptr) {
        return fail(make_error("wrong-place", span,
                               fmt::format("the block '{}' was not expected {}: call it where it is printed",
                                           name, described(places_[place_]))));
    }
    Frame frame(outer);
    if (level + 1 < known->second.size()) {
        frame.set("super", Value(std::make_shared<BlockValue>(*this, name, level + 1, outer)));
    }
    return run(variant, frame);
}

bool Renderer::run_step(const BlockStep& step, Span span, Frame& frame) {
    place_ = step.place;
    return run_block(step.block->name, 0, step.block->is_scoped ? &frame : module_, span);
}

bool Renderer::run_step(const IncludeStep& step, Span span, Frame& frame) {
    if (step.instance == nullptr) return true;
    Frame module(step.include->with_context ? &frame : nullptr);
    return run_instance(*step.instance, module) || came_from("included", span);
}

const Frame* Renderer::module(const Instance& instance, bool with_context, const Frame& frame, Span span) {
    const auto known = with_context ? modules_.end() : modules_.find(&instance);
    if (known != modules_.end()) return known->second;
    Frame& made = *module_frames_.emplace_back(std::make_unique<Frame>(with_context ? &frame : nullptr));
    if (!run_instance(instance, made)) {
        came_from("imported", span);
        return nullptr;
    }
    if (!with_context) modules_.emplace(&instance, &made);
    return &made;
}

bool Renderer::run_step(const ImportStep& step, Span span, Frame& frame) {
    const Frame* imported = module(*step.module, step.import->with_context, frame, span);
    if (imported == nullptr) return false;
    frame.set(step.import->alias, Value(std::make_shared<ModuleValue>(*step.module->loaded, *imported)));
    return true;
}

bool Renderer::run_step(const FromImportStep& step, Span span, Frame& frame) {
    const Frame* imported = module(*step.module, step.import->with_context, frame, span);
    if (imported == nullptr) return false;
    for (const FromImport::Name& name : step.import->names) {
        const Value* value = imported->find_own(name.name);
        if (value == nullptr) {
            return fail(make_error("undefined-name", name.span,
                                   fmt::format("'{}' has not set '{}'", step.import->name, name.name)));
        }
        frame.set(name.alias, *value);
    }
    return true;
}

// ---- Text and output ----

bool Renderer::run_step(const TextStep& step, Span, Frame&) {
    *out_ += step.text;
    return true;
}

bool Renderer::run_step(const OutputStep& step, Span span, Frame& frame) {
    place_ = step.place;
    const Node& node = *step.value;
    const Callable* callable = node.kind == NodeKind::call ? find_callable(node.children[0], frame) : nullptr;
    if (callable != nullptr) {
        std::vector<Argument> arguments;
        if (!expression::evaluate_arguments(node, 1, frame, evaluation_, arguments, failure_)) return false;
        return callable->render(arguments, node.span);
    }
    Value slot;
    const Value* value = evaluate(node, frame, slot);
    return value != nullptr &&
           append_escaped(*out_, *value, step.target, node.span ? node.span : span, failure_);
}

bool Renderer::run_step(const UrlBeginStep&, Span, Frame&) {
    url_begin_ = out_->size();
    return true;
}

bool Renderer::run_step(const UrlEndStep& step, Span, Frame&) {
    std::string url;
    escape::append_url(url, std::string_view(*out_).substr(url_begin_));
    out_->resize(url_begin_);
    if (step.target == Target::xml_attribute) {
        escape::append_xml_attribute(*out_, url);
    } else {
        escape::append_html_attribute(*out_, url);
    }
    return true;
}

bool Renderer::capture_body(const Steps& body, Target target, const Frame& outer, Value& captured) {
    std::string text;
    std::string* const out = std::exchange(out_, &text);
    const std::size_t url_begin = std::exchange(url_begin_, 0);
    Frame inner(&outer);
    const bool good = run(body, inner);
    out_ = out;
    url_begin_ = url_begin;
    if (!good) return false;
    captured = target == Target::plain ? Value(std::move(text))
                                       : Value(std::make_shared<Markup>(std::move(text), target));
    return true;
}

bool Renderer::run_step(const FilterStep& step, Span span, Frame& frame) {
    Value body;
    if (!capture_body(step.body, Target::plain, frame, body)) return false;
    Frame inner(&frame);
    inner.set(body_name, std::move(body));
    place_ = step.place;
    Value slot;
    const Value* value = evaluate(step.block->filters, inner, slot);
    return value != nullptr && append_escaped(*out_, *value, step.target, span, failure_);
}

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
    auto items = expression::items_of(*value);
    if (!items) {
        return fail(make_error("wrong-type", step.loop->items.span,
                               fmt::format("a loop takes a list, got {}", type_name(*value))));
    }
    return run_loop(step, frame, std::move(items), 0, span);
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

bool Renderer::run_loop(const ForStep& step, const Frame& outer, std::shared_ptr<const List> all,
                        std::size_t depth, Span span) {
    const auto items = filtered(*step.loop, std::move(all), outer);
    if (!items) return false;
    Frame frame(&outer);
    if (items->empty()) return run(step.otherwise, frame);
    const auto loop = std::make_shared<LoopValue>(*this, step, outer, items, depth);
    const Value loop_value(loop);
    for (std::size_t i = 0; i < items->size(); ++i) {
        if (out_->size() > longest_output)
            return fail(expression::too_much_work(span, "this page is too long"));
        loop->move_to(i);
        frame.clear();
        if (!assign(step.loop->target, (*items)[i], frame)) return false;
        frame.set("loop", loop_value);
        if (!run(step.body, frame)) return false;
    }
    return true;
}

// ---- Names ----

bool Renderer::assign(const AssignTarget& target, const Value& value, Frame& frame) {
    if (target.parts.empty()) {
        frame.set(target.name, value);
        return true;
    }
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

bool Renderer::run_step(const SetBlockStep& step, Span, Frame& frame) {
    Value body;
    if (!capture_body(step.body, step.target, frame, body)) return false;
    if (step.set->filters.kind == NodeKind::absent) return assign(step.set->target, body, frame);
    Frame inner(&frame);
    inner.set(body_name, std::move(body));
    place_ = values_place_;
    Value slot;
    const Value* value = evaluate(step.set->filters, inner, slot);
    return value != nullptr && assign(step.set->target, *value, frame);
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

bool Renderer::run_step(const MacroStep& step, Span, Frame& frame) {
    frame.set(step.macro->name, Value(std::make_shared<MacroValue>(*this, *step.routine, frame)));
    return true;
}

bool Renderer::run_step(const CallStep& step, Span span, Frame& frame) {
    place_ = step.place;
    const Node& call = step.block->call;
    Value slot;
    const Value* callee = evaluate(call.children[0], frame, slot);
    if (callee == nullptr) return false;
    const auto* macro = callee->as<MacroValue>();
    if (macro == nullptr) {
        return fail(
            make_error("wrong-type", call.span,
                       fmt::format("only a macro can be called with a body, not {}", type_name(*callee))));
    }
    std::vector<Argument> arguments;
    if (!expression::evaluate_arguments(call, 1, frame, evaluation_, arguments, failure_)) return false;
    return invoke(*macro, arguments, Value(std::make_shared<MacroValue>(*this, *step.body, frame)), span);
}

bool Renderer::invoke(const MacroValue& macro, const std::vector<Argument>& arguments, const Value& caller,
                      Span span) {
    const Routine& routine = macro.routine();
    const Variant* variant = routine.at(place_);
    if (variant == nullptr) {
        return fail(make_error("wrong-place", span,
                               fmt::format("the macro '{}' was not expected {}: call it by its own name",
                                           routine.name, described(places_[place_]))));
    }
    Frame frame(&macro.home());
    if (!bind(macro, arguments, caller, span, frame)) return false;
    return run(variant, frame) || came_from(fmt::format("'{}' was called", routine.name), span);
}

bool Renderer::bind(const MacroValue& macro, const std::vector<Argument>& arguments, const Value& caller,
                    Span span, Frame& frame) {
    const Routine& routine = macro.routine();
    const auto& parameters = *routine.parameters;
    List further;
    expression::Map further_named;
    std::size_t next = 0;
    for (const Argument& argument : arguments) {
        if (argument.name.empty()) {
            if (next < parameters.size()) {
                frame.set(parameters[next++].name, argument.value);
            } else if (routine.uses_varargs) {
                further.push_back(argument.value);
            } else {
                return fail(make_error("wrong-arguments", argument.span,
                                       fmt::format("'{}' takes no more than {} argument{}", routine.name,
                                                   parameters.size(), parameters.size() == 1 ? "" : "s")));
            }
            continue;
        }
        const auto parameter =
            std::find_if(parameters.begin(), parameters.end(),
                         [&](const MacroParameter& known) { return known.name == argument.name; });
        if (parameter != parameters.end()) {
            if (frame.find_own(parameter->name) != nullptr) {
                return fail(make_error("wrong-arguments", argument.span,
                                       fmt::format("'{}' is given '{}' twice", routine.name, argument.name)));
            }
            frame.set(parameter->name, argument.value);
        } else if (routine.uses_kwargs) {
            further_named.set(argument.name, argument.value);
        } else {
            std::vector<std::string_view> known;
            for (const MacroParameter& one : parameters)
                known.push_back(one.name);
            return fail(make_error("wrong-arguments", argument.span,
                                   fmt::format("'{}' has no parameter '{}'{}", routine.name, argument.name,
                                               did_you_mean(argument.name, known))));
        }
    }
    if (!caller.is_undefined() && !routine.uses_caller) {
        return fail(make_error("wrong-arguments", span,
                               fmt::format("the macro '{}' never calls its 'caller'", routine.name)));
    }
    if (routine.uses_varargs) frame.set("varargs", Value(std::move(further)));
    if (routine.uses_kwargs) frame.set("kwargs", Value(std::move(further_named)));
    if (routine.uses_caller && frame.find_own("caller") == nullptr) frame.set("caller", caller);
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
