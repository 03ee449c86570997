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
using expression::Node;
using expression::NodeKind;
using expression::Value;

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
        if (!evaluation_.spend()) return fail(evaluation_.too_many_steps(step.span));
        if (level.too_deep()) {
            return fail(
                too_much_work(step.span, "this is nested too deeply: does it call itself without end?"));
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
    if (frame.is_overfull()) return fail(too_many_names(span));
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
        if (frame.is_overfull()) return fail(too_many_names(name.span));
        frame.set(name.alias, *value);
    }
    return true;
}

// ---- Text and output ----

bool Renderer::printed(std::size_t before, Span span) {
    if (out_->size() <= before) return true;
    auto finding = evaluation_.print(out_->size() - before, span);
    return !finding || fail(*std::move(finding));
}

bool Renderer::run_step(const TextStep& step, Span span, Frame&) {
    const std::size_t before = out_->size();
    *out_ += step.text;
    return printed(before, span);
}

bool Renderer::run_step(const OutputStep& step, Span span, Frame& frame) {
    if (step.origin.empty()) return output(step, span, frame);
    const std::size_t before = out_->size();
    *out_ += step.origin;
    const std::size_t behind = out_->size();
    if (!output(step, span, frame)) return false;
    // Nothing stays nothing.
    if (out_->size() == behind) {
        out_->resize(before);
    } else {
        *out_ += escape::Origins::end;
    }
    return true;
}

bool Renderer::output(const OutputStep& step, Span span, Frame& frame) {
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
    if (value == nullptr) return false;
    const Span place = node.span ? node.span : span;
    if (!evaluation_.spend(value->weight())) return fail(evaluation_.too_many_steps(place));
    const std::size_t before = out_->size();
    return append_escaped(*out_, *value, step.target, place, failure_) && printed(before, place);
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

}  // namespace regioscope::templates
