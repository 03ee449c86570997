// Statements that set names, and those that name templates and their parts.
#include "template/statement_parser.h"

#include <fmt/format.h>

#include <algorithm>

namespace regioscope::templates {

namespace {

using expression::NodeKind;

}  // namespace

AssignTarget StatementParser::read_target(Tag& tag, std::initializer_list<std::string_view> ends) {
    AssignTarget first = read_single_target(tag);
    if (!tag.peek().is_sign(",")) return first;
    AssignTarget list;
    list.span = first.span;
    list.parts.push_back(std::move(first));
    while (tag.skip_sign(",")) {
        const bool at_end =
            tag.at_end() || tag.peek().is_sign("=") || tag.peek().is_sign(")") ||
            std::any_of(ends.begin(), ends.end(), [&](auto name) { return tag.peek().is_name(name); });
        if (at_end) break;
        list.parts.push_back(read_single_target(tag));
        list.span = join(list.span, list.parts.back().span);
    }
    return list;
}
AssignTarget StatementParser::read_single_target(Tag& tag) {
    if (tag.peek().is_sign("(")) {
        const Token open = tag.take();
        AssignTarget inner = read_target(tag, {});
        inner.span = join(open.span, tag.peek().span);
        tag.expect_sign(")");
        return inner;
    }
    return {read_name(tag, "a name"), {}, last_name_};
}

std::string StatementParser::read_name(Tag& tag, std::string_view what) {
    const Token token = tag.expect_any_name(what);
    last_name_ = token.span;
    constexpr std::string_view constants[] = {"true", "True", "false", "False", "none", "None"};
    if (std::find(std::begin(constants), std::end(constants), token.spelling) != std::end(constants)) {
        tag.fail(token.span, fmt::format("'{}' cannot be given another value", token.spelling));
    }
    return std::string(token.spelling);
}

void StatementParser::read_set(Tag& tag, Span span, Statements& into) {
    AssignTarget target = read_target(tag, {});
    if (tag.peek().is_sign(".")) tag.fail(tag.peek().span, "values never change: only names can be set");
    if (tag.skip_sign("=")) {
        Set statement{std::move(target), tag.parse_tuple()};
        finish(tag);
        into.push_back({std::move(statement), span});
        return;
    }
    SetBlock statement;
    statement.target = std::move(target);
    if (tag.failed()) return finish(tag);
    if (tag.peek().is_sign("|")) tag.fail(tag.peek().span, "filter the name where it is printed");
    finish(tag);
    if (read_body("set", span, {"endset"}, statement.body)) read_end();
    into.push_back({std::move(statement), span});
}

void StatementParser::read_with(Tag& tag, Span span, Statements& into) {
    With statement;
    while (!tag.at_end()) {
        if (!statement.assignments.empty()) tag.expect_sign(",");
        With::Assignment& assignment = statement.assignments.emplace_back();
        assignment.target = read_single_target(tag);
        tag.expect_sign("=");
        assignment.value = tag.parse_expression();
    }
    finish(tag);
    if (read_body("with", span, {"endwith"}, statement.body)) read_end();
    into.push_back({std::move(statement), span});
}

void StatementParser::read_block(Tag& tag, Span span, Statements& into) {
    Block statement;
    statement.name = tag.expect_any_name("a name for the block").spelling;
    if (tag.peek().is_sign("-")) tag.fail(tag.peek().span, "the name of a block has underscores, no hyphens");
    statement.is_scoped = tag.skip_name("scoped");
    statement.is_required = tag.skip_name("required");
    finish(tag);
    const std::string name = statement.name;
    if (read_body("block", span, {"endblock"}, statement.body)) {
        Span end_span;
        Tag end = take_tag(end_span);
        const Token written = end.peek();
        if (!end.skip_name(name) && written.kind == Token::Kind::name) {
            end.fail(written.span, fmt::format("this ends the block '{}', not '{}'", name, written.spelling));
        }
        finish(end);
    }
    into.push_back({std::move(statement), span});
}

std::string StatementParser::read_template_name(Tag& tag, Span& span) {
    const Token token = tag.peek();
    span = token.span;
    if (token.kind != Token::Kind::text) {
        tag.fail(token.span,
                 fmt::format("expected the name of a template in quotes, got {}", described(token)));
        return {};
    }
    tag.take();
    return token.text;
}

bool StatementParser::read_context(Tag& tag, bool otherwise) {
    if (!tag.peek(1).is_name("context")) return otherwise;
    const bool with = tag.skip_name("with");
    if (!with && !tag.skip_name("without")) return otherwise;
    tag.expect_name("context");
    return with;
}

void StatementParser::read_extends(Tag& tag, Span span, Statements& into) {
    Extends statement;
    statement.name = read_template_name(tag, statement.name_span);
    finish(tag);
    if (!tag.failed()) into.push_back({std::move(statement), span});
}

void StatementParser::read_include(Tag& tag, Span span, Statements& into) {
    Include statement;
    statement.name = read_template_name(tag, statement.name_span);
    if (tag.skip_name("ignore")) {
        tag.expect_name("missing");
        statement.ignores_missing = true;
    }
    statement.with_context = read_context(tag, true);
    finish(tag);
    if (!tag.failed()) into.push_back({std::move(statement), span});
}

void StatementParser::read_import(Tag& tag, Span span, Statements& into) {
    Import statement;
    statement.name = read_template_name(tag, statement.name_span);
    tag.expect_name("as");
    statement.alias = read_name(tag, "a name for what is imported");
    statement.with_context = read_context(tag, false);
    finish(tag);
    if (!tag.failed()) into.push_back({std::move(statement), span});
}

void StatementParser::read_from(Tag& tag, Span span, Statements& into) {
    FromImport statement;
    statement.name = read_template_name(tag, statement.name_span);
    tag.expect_name("import");
    while (!tag.failed()) {
        if (!statement.names.empty() && tag.peek(1).is_name("context")) break;
        FromImport::Name& name = statement.names.emplace_back();
        name.name = name.alias = read_name(tag, "the name of what is imported");
        name.span = last_name_;
        if (name.name.starts_with('_'))
            tag.fail(name.span, "names that begin with '_' are private to their template");
        if (tag.skip_name("as")) name.alias = read_name(tag, "a name for what is imported");
        if (!tag.skip_sign(",")) break;
    }
    statement.with_context = read_context(tag, false);
    finish(tag);
    if (!tag.failed()) into.push_back({std::move(statement), span});
}
std::vector<MacroParameter> StatementParser::read_parameters(Tag& tag) {
    std::vector<MacroParameter> parameters;
    tag.expect_sign("(");
    while (!tag.peek().is_sign(")") && !tag.failed()) {
        if (!parameters.empty()) {
            tag.expect_sign(",");
        }
        MacroParameter parameter;
        parameter.name = read_name(tag, "a name for the parameter");
        parameter.span = last_name_;
        if (tag.skip_sign("=")) {
            parameter.fallback = tag.parse_expression();
        } else if (!parameters.empty() && parameters.back().fallback.kind != NodeKind::absent) {
            tag.fail(parameter.span, "a parameter without a default must stand before those with one");
        }
        const bool is_known =
            std::any_of(parameters.begin(), parameters.end(),
                        [&](const MacroParameter& other) { return other.name == parameter.name; });
        if (is_known)
            tag.fail(parameter.span, fmt::format("there is already a parameter '{}'", parameter.name));
        parameters.push_back(std::move(parameter));
    }
    tag.expect_sign(")");
    return parameters;
}

void StatementParser::read_macro(Tag& tag, Span span, Statements& into) {
    Macro statement;
    statement.name = read_name(tag, "a name for the macro");
    statement.name_span = last_name_;
    statement.parameters = read_parameters(tag);
    finish(tag);
    if (read_body("macro", span, {"endmacro"}, statement.body)) read_end();
    into.push_back({std::move(statement), span});
}

}  // namespace regioscope::templates
