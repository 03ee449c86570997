#include "template/compiler.h"

#include <fmt/format.h>

#include <algorithm>

#include "template/text_scanner.h"
#include "template/walk.h"

namespace regioscope::templates {

namespace {

using expression::Node;
using expression::NodeKind;

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\n\v\f\r") == std::string_view::npos;
}

/// What a filter block's or a filtered set's body is made as: its result is text and escaped afterwards.
Context plain_context() {
    Context context;
    context.dialect = Dialect::plain;
    context.state = State::plain;
    return context;
}

/// Scripts written out are the author's word, but these schemes are never meant.
bool is_script_url(std::string_view url) {
    std::string scheme;
    for (const char c : url.substr(0, url.find(':'))) {
        if (c > ' ') scheme += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return url.find(':') != std::string_view::npos && (scheme == "javascript" || scheme == "vbscript");
}

class Compiler {
  public:
    Compiler(Variant& variant, Linker& linker)
        : variant_(variant),
          routine_(*variant.routine),
          linker_(linker),
          findings_(variant.findings),
          drops_output_(routine_.kind == Routine::Kind::definitions) {}

    void run() {
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

  private:
    std::string described_routine() const {
        switch (routine_.kind) {
            case Routine::Kind::block:
                return fmt::format("the block '{}'", routine_.name);
            case Routine::Kind::macro:
                return fmt::format("the macro '{}'", routine_.name);
            case Routine::Kind::call_body:
                return "what is called";
            case Routine::Kind::page:
            case Routine::Kind::definitions:
                break;
        }
        return fmt::format("the template '{}'", routine_.name);
    }

    Finding& fail(std::string_view code, Span span, std::string message) {
        failed_ = true;
        return findings_.error(code, span, std::move(message));
    }

    PlaceId id_of(const Place& place) { return linker_.places().id_of(place.context); }
    PlaceId values_place() const { return variant_.values_place; }
    Target values_target() { return target_of(linker_.places()[values_place()]); }

    void statements(const Statements& all, Place& place, Steps& steps) {
        for (const Statement& statement : all) {
            if (failed_) return;
            std::visit([&](const auto& form) { add(form, statement.span, place, steps); }, statement.form);
        }
    }

    // ---- Text and output ----

    void add(const Text& text, Span span, Place& place, Steps& steps) {
        if (drops_output_) {
            if (!is_blank(text.text)) warn_unused(text.text, span);
            return;
        }
        if (refuses_markup_ && text.text.find_first_of("<&") != std::string::npos) {
            const std::size_t at = text.text.find_first_of("<&");
            const auto begin = span.begin + static_cast<std::uint32_t>(at);
            fail("markup-refused", {span.source, begin, begin + 1},
                 "the body of a filter is text: there can be no markup in it");
            return;
        }
        const std::size_t errors = findings_.count(Severity::error);
        for (TextPart& part : scan_text(place, text.text, span, findings_))
            add_part(part, span, place, steps);
        failed_ = failed_ || findings_.count(Severity::error) > errors;
    }

    void warn_unused(std::string_view text, Span span) {
        const auto begin = span.begin + static_cast<std::uint32_t>(text.find_first_not_of(" \t\n\v\f\r"));
        findings_.warning("unused-text", {span.source, begin, span.end},
                          "this text stands outside of blocks and is never shown");
    }

    void add_part(TextPart& part, Span span, const Place& place, Steps& steps) {
        switch (part.kind) {
            case TextPart::Kind::copy:
                add_text(std::move(part.text), span, steps);
                break;
            case TextPart::Kind::url_begin:
                steps.push_back({UrlBeginStep{}, span});
                written_url_.clear();
                break;
            case TextPart::Kind::url_text:
                add_text(std::move(part.text), span, steps);
                written_url_ += part.written;
                break;
            case TextPart::Kind::url_end:
                end_url(span, place, steps);
                break;
        }
    }

    static void add_text(std::string text, Span span, Steps& steps) {
        auto* last = steps.empty() ? nullptr : std::get_if<TextStep>(&steps.back().form);
        if (last != nullptr) {
            last->text += text;
        } else {
            steps.push_back({TextStep{std::move(text)}, span});
        }
    }

    /// A URL without any output stays as it is written.
    void end_url(Span span, const Place& place, Steps& steps) {
        const bool is_empty = !steps.empty() && std::holds_alternative<UrlBeginStep>(steps.back().form);
        const bool is_fixed =
            is_empty || (steps.size() >= 2 && std::holds_alternative<TextStep>(steps.back().form) &&
                         std::holds_alternative<UrlBeginStep>(steps[steps.size() - 2].form));
        if (!is_fixed) {
            const bool is_xml = place.context.dialect == Dialect::xml;
            steps.push_back({UrlEndStep{is_xml ? Target::xml_attribute : Target::html_attribute}, span});
            return;
        }
        const std::string url = is_empty ? std::string() : std::get<TextStep>(steps.back().form).text;
        if (is_script_url(url)) fail("markup-refused", span, fmt::format("'{}' is no link", url));
        steps.erase(steps.end() - (is_empty ? 1 : 2), steps.end());
        add_text(written_url_, span, steps);
    }

    void add(const Output& output, Span span, Place& place, Steps& steps) {
        const Target target = target_of(place.context);
        if (drops_output_) {
            mention(output.value);
            findings_.warning("unused-text", span, "this stands outside of blocks and is never shown");
            return;
        }
        if (!check_output(output.value, target, place, span)) return;
        const PlaceId id = id_of(place);
        mention(output.value, id);
        stick(place);
        steps.push_back({OutputStep{&output.value, target, id}, span});
    }

    bool check_output(const Node& value, Target target, const Place& place, Span span) {
        if (target == Target::none) {
            Finding& finding = fail("output-refused", span,
                                    fmt::format("nothing can be printed {}", described(place.context)));
            if (place.context.state == State::json_string)
                finding.note("print it without the quotes: it gets its own");
            if (place.context.url_part == UrlPart::either)
                finding.note("end the 'if' with the same part of the URL in each branch");
            if (place.context.state == State::value && place.context.attribute != AttributeKind::url) {
                finding.note("the value of this attribute must be written out");
            }
            return false;
        }
        if (target == Target::tag) {
            if (!can_run_here(place, span)) return false;
            if (!may_write_markup(value)) {
                fail("output-refused", span, "names of attributes cannot be printed")
                    .note(
                        "write out the name and print the value between quotes, or let a macro write the "
                        "attribute");
                return false;
            }
        }
        const bool takes_json = target == Target::json || target == Target::html_attribute ||
                                target == Target::xml_attribute || target == Target::plain;
        if (value.kind == NodeKind::filter && value.name == "tojson" && !takes_json) {
            fail("output-refused", value.name_span,
                 fmt::format("JSON cannot be printed {}", described(place.context)))
                .note("it goes into the value of an attribute or into '<script type=\"application/json\">'");
            return false;
        }
        if (value.kind == NodeKind::filter && value.name == "urlencode" && target == Target::url_query) {
            fail("output-refused", value.name_span,
                 "'urlencode' is not needed here: a query is encoded by itself");
            return false;
        }
        return true;
    }

    /// A call of what can have markup for a tag: a macro, a block, the caller.
    bool may_write_markup(const Node& value) const {
        if (value.kind != NodeKind::call) return false;
        const Node& callee = value.children[0];
        const LoadedTemplate& home = *routine_.home;
        if (callee.kind == NodeKind::name) {
            if (callee.name == "caller" || callee.name == "super" || callee.name == "loop") return true;
            return !linker_.library().macros(home, callee.name).routines.empty() ||
                   linker_.library().functions().find(expression::Functions::Sort::function, callee.name) ==
                       nullptr;
        }
        return callee.kind == NodeKind::attribute && callee.children[0].kind == NodeKind::name;
    }

    // ---- Flow ----

    void add(const If& statement, Span span, Place& place, Steps& steps) {
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

    void add(const For& statement, Span span, Place& place, Steps& steps) {
        ForStep step{&statement, {}, {}, id_of(place)};
        mention(statement.items);
        mention(statement.filter);
        const Place before = place;
        loops_.push_back({statement.is_recursive, step.place});
        Place end = before;
        statements(statement.body, end, step.body);
        if (!failed_ && end.glue > before.glue) {
            // The second time round it begins where the first one ended.
            Steps again;
            Place second = end;
            second.context = before.context;
            statements(statement.body, second, again);
        }
        loops_.pop_back();
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

    // ---- Names ----

    void add(const Set& statement, Span span, Place&, Steps& steps) {
        mention(statement.value);
        steps.push_back({SetStep{&statement}, span});
    }

    void add(const SetBlock& statement, Span span, Place&, Steps& steps) {
        mention(statement.filters);
        const bool is_filtered = statement.filters.kind != NodeKind::absent;
        SetBlockStep step{&statement, {}, is_filtered ? Target::plain : values_target()};
        captured(statement.body, is_filtered, "set", span, step.body);
        steps.push_back({std::move(step), span});
    }

    void add(const FilterBlock& statement, Span span, Place& place, Steps& steps) {
        mention(statement.filters);
        if (!drops_output_ && !check_output(statement.filters, target_of(place.context), place, span)) return;
        FilterStep step{&statement, {}, target_of(place.context), id_of(place)};
        captured(statement.body, true, "filter", span, step.body);
        if (!drops_output_) steps.push_back({std::move(step), span});
    }

    /// A body whose output becomes a value.
    void captured(const Statements& body, bool is_filtered, std::string_view what, Span span, Steps& steps) {
        const bool dropped = std::exchange(drops_output_, false);
        const bool refused = std::exchange(refuses_markup_, refuses_markup_ || is_filtered);
        const Context start = is_filtered ? plain_context() : linker_.places()[values_place()];
        Place place{start};
        statements(body, place, steps);
        if (!failed_ && place.context != start) {
            fail("unbalanced", span,
                 fmt::format("this '{}' begins {} and ends {}", what, described(start),
                             described(place.context)));
        }
        drops_output_ = dropped;
        refuses_markup_ = refused;
    }

    void add(const With& statement, Span span, Place& place, Steps& steps) {
        WithStep step{&statement, {}};
        for (const With::Assignment& assignment : statement.assignments)
            mention(assignment.value);
        statements(statement.body, place, step.body);
        steps.push_back({std::move(step), span});
    }

    // ---- Templates and their parts ----

    /// In a tag white space must follow what was printed.
    static void stick(Place& place) {
        place.glue = target_of(place.context) == Target::tag ? Glue::value : Glue::none;
    }

    /// In a tag white space must come before what is run from elsewhere.
    bool can_run_here(const Place& place, Span span) {
        if (target_of(place.context) != Target::tag || place.glue == Glue::none) return true;
        if (place.glue == Glue::name) {
            fail("markup", span, std::string(name_in_parts))
                .note("choose between whole tags or attributes with '{% if %}'");
        } else {
            fail("markup", span, "white space must come before what is printed here");
        }
        return false;
    }

    void add(const Block& block, Span span, Place& place, Steps& steps) {
        if (routine_.kind == Routine::Kind::macro || routine_.kind == Routine::Kind::call_body) {
            fail("misplaced-block", span, "a block cannot stand in a macro");
            return;
        }
        if (drops_output_ || !can_run_here(place, span)) return;
        steps.push_back({BlockStep{&block, id_of(place)}, span});
        variant_.block_uses.push_back({block.name, id_of(place), span});
        stick(place);
    }

    static void add(const Extends&, Span, Place&, Steps&) {}

    /// Null when the template is missing, which is reported already.
    Instance* instance_of(const std::string& name, PlaceId place, bool is_module, Span span) {
        const auto named = routine_.home->named.find(name);
        if (named == routine_.home->named.end() || named->second == nullptr) return nullptr;
        Instance* instance = linker_.instance(*named->second, place, is_module);
        variant_.uses.push_back({nullptr, instance, true, span, is_module ? "imported" : "included"});
        return instance;
    }

    void add(const Include& include, Span span, Place& place, Steps& steps) {
        if (drops_output_ || !can_run_here(place, span)) return;
        steps.push_back({IncludeStep{&include, instance_of(include.name, id_of(place), false, span)}, span});
        stick(place);
    }

    void add(const Import& import, Span span, Place&, Steps& steps) {
        steps.push_back({ImportStep{&import, instance_of(import.name, values_place(), true, span)}, span});
    }

    void add(const FromImport& import, Span span, Place&, Steps& steps) {
        steps.push_back(
            {FromImportStep{&import, instance_of(import.name, values_place(), true, span)}, span});
    }

    void add(const Macro& macro, Span span, Place&, Steps& steps) {
        steps.push_back({MacroStep{&macro, routine_.home->macros.at(&macro).get()}, span});
    }

    void add(const CallBlock& block, Span span, Place& place, Steps& steps) {
        if (drops_output_ || !can_run_here(place, span)) return;
        const PlaceId id = id_of(place);
        mention(block.call, id);
        auto made = std::make_unique<Routine>();
        made->kind = Routine::Kind::call_body;
        made->name = "caller";
        made->statements = &block.body;
        made->parameters = &block.parameters;
        made->home = routine_.home;
        made->enclosing = &variant_;
        made->span = span;
        Routine& body = linker_.keep(std::move(made));
        const Library::Candidates callees = called(block.call);
        for (Routine* callee : callees.routines) {
            if (callees.certain && !callee->uses_caller) {
                fail("wrong-arguments", block.call.span,
                     fmt::format("the macro '{}' never calls its 'caller'", callee->name));
                return;
            }
            Variant* variant = linker_.variant(*callee, id);
            linker_.listen(*variant, body, variant_, callees.certain, span);
        }
        steps.push_back({CallStep{&block, &body, id}, span});
        stick(place);
    }

    Library::Candidates called(const Node& call) const {
        const Node& callee = call.children[0];
        if (callee.kind == NodeKind::name) return linker_.library().macros(*routine_.home, callee.name);
        if (callee.kind == NodeKind::attribute && callee.children[0].kind == NodeKind::name) {
            return linker_.library().macros(*routine_.home, callee.children[0].name, callee.name);
        }
        return {};
    }

    // ---- What expressions run ----

    void mention(const Node& node) { mention(node, values_place()); }

    /// Makes every macro and block that an expression names for the place where its output goes.
    void mention(const Node& node, PlaceId place) {
        if (node.kind == NodeKind::call && mention_call(node, place)) {
            for (std::size_t i = 1; i < node.children.size(); ++i)
                mention(node.children[i], place);
            return;
        }
        if (node.kind == NodeKind::name) {
            // Handed on as a value: it may be called here or where values are made.
            for (Routine* routine : linker_.library().macros(*routine_.home, node.name).routines) {
                use(*routine, place, false, node.span);
                use(*routine, values_place(), false, node.span);
            }
        }
        for (const Node& child : node.children)
            mention(child, place);
    }

    /// False: the callee is an expression of another sort.
    bool mention_call(const Node& call, PlaceId place) {
        const Node& callee = call.children[0];
        const bool is_member =
            callee.kind == NodeKind::attribute && callee.children[0].kind == NodeKind::name;
        if (callee.kind != NodeKind::name && !is_member) return false;
        if (is_member && callee.children[0].name == "self") {
            add_block_use(callee.name, place, call.span);
        } else if (callee.name == "super" && !is_member) {
            add_block_use({}, place, call.span);
        } else if (callee.name == "caller" && !is_member) {
            if (Variant* macro = macro_around()) linker_.add_caller_place(*macro, place);
        } else if (callee.name == "loop" && !is_member) {
            check_loop_call(place, call.span);
        } else {
            const Library::Candidates callees = called(call);
            for (Routine* routine : callees.routines)
                use(*routine, place, callees.certain, call.span);
        }
        return true;
    }

    void use(Routine& routine, PlaceId place, bool is_certain, Span span) {
        Variant* variant = linker_.variant(routine, place);
        variant_.uses.push_back({variant, nullptr, is_certain, span, "called"});
    }

    /// The page or block that this is written in, through bodies of calls.
    void add_block_use(const std::string& name, PlaceId place, Span span) {
        Variant* around = &variant_;
        while (around->routine->kind == Routine::Kind::call_body)
            around = around->routine->enclosing;
        const Routine::Kind kind = around->routine->kind;
        const bool is_super = name.empty();
        if (kind == Routine::Kind::macro || (is_super && kind != Routine::Kind::block)) return;
        around->block_uses.push_back({name, place, span});
    }

    Variant* macro_around() {
        Variant* around = &variant_;
        while (around->routine->kind == Routine::Kind::call_body)
            around = around->routine->enclosing;
        return around->routine->kind == Routine::Kind::macro ? around : nullptr;
    }

    void check_loop_call(PlaceId place, Span span) {
        if (loops_.empty() || !loops_.back().is_recursive || loops_.back().place == place) return;
        fail("output-refused", span, "a recursive loop goes on where it began")
            .note(fmt::format("it began {}", described(linker_.places()[loops_.back().place])));
    }

    struct Loop {
        bool is_recursive;
        PlaceId place;
    };

    Variant& variant_;
    Routine& routine_;
    Linker& linker_;
    Findings& findings_;
    bool drops_output_;
    bool refuses_markup_ = false;
    bool failed_ = false;
    std::vector<Loop> loops_;
    std::string written_url_;
};

}  // namespace

void compile(Variant& variant, Linker& linker) {
    Compiler(variant, linker).run();
}

}  // namespace regioscope::templates
