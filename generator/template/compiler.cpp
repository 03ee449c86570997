#include "template/compiler.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "template/compilation.h"

namespace regioscope::templates {

void Compiler::run() {
    const Context start = linker_.places()[variant_.place];
    if (routine_.parameters != nullptr) {
        for (const MacroParameter& parameter : *routine_.parameters)
            mention(parameter.fallback);
    }
    Place place{start};
    statements(*routine_.statements, place, variant_.steps);
    if (failed_ || drops_output_ || place.context == start) return;
    fail("unbalanced", routine_.span,
         fmt::format("{} begins {} and ends {}", described_routine(), described(start),
                     described(place.context)));
}

std::string Compiler::described_routine() const {
    switch (routine_.kind) {
        case Routine::Kind::block:
            return fmt::format("the block '{}'", routine_.name);
        case Routine::Kind::macro:
            return fmt::format("the macro '{}'", routine_.name);
        case Routine::Kind::page:
        case Routine::Kind::definitions:
            break;
    }
    return fmt::format("the template '{}'", routine_.name);
}

Finding& Compiler::fail(std::string_view code, Span span, std::string message) {
    failed_ = true;
    return findings_.error(code, span, std::move(message));
}

void Compiler::statements(const Statements& all, Place& place, Steps& steps) {
    for (const Statement& statement : all) {
        if (failed_) return;
        std::visit([&](const auto& form) { add(form, statement.span, place, steps); }, statement.form);
    }
}

void Compiler::add(const If& statement, Span span, Place& place, Steps& steps) {
    IfStep step;
    const Place before = place;
    std::optional<Place> after;
    const auto finish_branch = [&](const Place& end, Span branch_span) {
        if (failed_) return;
        if (!after) {
            after = end;
            return;
        }
        after->glue = std::max(after->glue, end.glue);
        if (join_contexts(after->context, end.context)) return;
        fail("branches-differ", branch_span,
             fmt::format("the branches end in different places: one {}, another {}",
                         described(after->context), described(end.context)));
    };
    step.branches.reserve(statement.branches.size());
    for (const If::Branch& branch : statement.branches) {
        mention(branch.condition);
        IfStep::Branch& made = step.branches.emplace_back();
        made.condition = &branch.condition;
        Place end = before;
        statements(branch.body, end, made.body);
        finish_branch(end, branch.span);
    }
    Place end = before;
    statements(statement.otherwise, end, step.otherwise);
    finish_branch(end, span);
    if (failed_) return;
    place = *after;
    steps.push_back({std::move(step), span});
}

void Compiler::add(const For& statement, Span span, Place& place, Steps& steps) {
    ForStep step{&statement, {}, {}};
    mention(statement.items);
    mention(statement.filter);
    const Place before = place;
    Place end = before;
    statements(statement.body, end, step.body);
    if (!failed_ && end.glue > before.glue) {
        // The second time round it begins where the first one ended.
        Steps again;
        Place second = end;
        second.context = before.context;
        statements(statement.body, second, again);
    }
    if (!failed_ && end.context != before.context) {
        fail("branches-differ", span,
             fmt::format("the loop begins {} and its body ends {}", described(before.context),
                         described(end.context)));
    }
    Place otherwise = before;
    statements(statement.otherwise, otherwise, step.otherwise);
    if (!failed_ && otherwise.context != before.context) {
        fail("branches-differ", span,
             fmt::format("the loop begins {} and its 'else' ends {}", described(before.context),
                         described(otherwise.context)));
    }
    place.glue = std::max({before.glue, end.glue, otherwise.glue});
    steps.push_back({std::move(step), span});
}

void Compiler::add(const Set& statement, Span span, Place&, Steps& steps) {
    mention(statement.value);
    steps.push_back({SetStep{&statement}, span});
}

/// The body is made as text of the same dialect: its output becomes a value.
void Compiler::add(const SetBlock& statement, Span span, Place&, Steps& steps) {
    const Context start = linker_.places()[values_place()];
    SetBlockStep step{&statement, {}, target_of(start)};
    const bool dropped = std::exchange(drops_output_, false);
    Place place{start};
    statements(statement.body, place, step.body);
    if (!failed_ && place.context != start)
        fail("unbalanced", span,
             fmt::format("this 'set' begins {} and ends {}", described(start), described(place.context)));
    drops_output_ = dropped;
    steps.push_back({std::move(step), span});
}

void Compiler::add(const With& statement, Span span, Place& place, Steps& steps) {
    WithStep step{&statement, {}};
    for (const With::Assignment& assignment : statement.assignments)
        mention(assignment.value);
    statements(statement.body, place, step.body);
    steps.push_back({std::move(step), span});
}

void Compiler::stick(Place& place) {
    place.glue = target_of(place.context) == Target::tag ? Glue::value : Glue::none;
}

bool Compiler::can_run_here(const Place& place, Span span) {
    if (target_of(place.context) != Target::tag || place.glue == Glue::none) return true;
    if (place.glue == Glue::name) {
        fail("markup", span, std::string(name_in_parts))
            .note("choose between whole tags or attributes with '{% if %}'");
    } else {
        fail("markup", span, "white space must come before what is printed here");
    }
    return false;
}

void Compiler::add(const Block& block, Span span, Place& place, Steps& steps) {
    if (routine_.kind == Routine::Kind::macro) {
        fail("misplaced-block", span, "a block cannot stand in a macro");
        return;
    }
    if (drops_output_ || !can_run_here(place, span)) return;
    steps.push_back({BlockStep{&block, id_of(place)}, span});
    variant_.block_uses.push_back({block.name, id_of(place), span});
    stick(place);
}

Instance* Compiler::instance_of(const std::string& name, PlaceId place, bool is_module, Span span) {
    const auto named = routine_.home->named.find(name);
    if (named == routine_.home->named.end() || named->second == nullptr) return nullptr;
    Instance* instance = linker_.instance(*named->second, place, is_module);
    variant_.uses.push_back({nullptr, instance, true, span, is_module ? "imported" : "included"});
    return instance;
}

void Compiler::add(const Include& include, Span span, Place& place, Steps& steps) {
    if (drops_output_ || !can_run_here(place, span)) return;
    steps.push_back({IncludeStep{&include, instance_of(include.name, id_of(place), false, span)}, span});
    stick(place);
}

void Compiler::add(const Import& import, Span span, Place&, Steps& steps) {
    steps.push_back({ImportStep{&import, instance_of(import.name, values_place(), true, span)}, span});
}

void Compiler::add(const FromImport& import, Span span, Place&, Steps& steps) {
    steps.push_back({FromImportStep{&import, instance_of(import.name, values_place(), true, span)}, span});
}

void Compiler::add(const Macro& macro, Span span, Place&, Steps& steps) {
    steps.push_back({MacroStep{&macro, routine_.home->macros.at(&macro).get()}, span});
}

Library::Candidates Compiler::called(const Node& call) const {
    const Node& callee = call.children[0];
    if (callee.kind == NodeKind::name) return linker_.library().macros(*routine_.home, callee.name);
    if (callee.kind == NodeKind::attribute && callee.children[0].kind == NodeKind::name) {
        return linker_.library().macros(*routine_.home, callee.children[0].name, callee.name);
    }
    return {};
}

void compile(Variant& variant, Linker& linker) {
    Compiler(variant, linker).run();
}

}  // namespace regioscope::templates
