#include "template/parser.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/suggest.h"
#include "expression/parser.h"
#include "template/scanner.h"

namespace regioscope::templates {

namespace {

using expression::Node;
using expression::NodeKind;
using expression::Token;
using Tag = expression::Parser;
using Conditional = Tag::Conditional;

/// Statements in statements; far more than anyone writes.
constexpr std::size_t max_nesting = 60;

constexpr std::string_view statement_names[] = {"block",  "call",    "extends", "filter", "for", "from", "if",
                                                "import", "include", "macro",   "raw",    "set", "with"};

/// Tags that belong to a statement, and its name.
constexpr std::pair<std::string_view, std::string_view> inner_tags[] = {
    {"else", "if' or 'for"}, {"elif", "if"},          {"endif", "if"},       {"endfor", "for"},
    {"endset", "set"},       {"endblock", "block"},   {"endmacro", "macro"}, {"endcall", "call"},
    {"endwith", "with"},     {"endfilter", "filter"}, {"endraw", "raw"}};

class TemplateParser {
  public:
    TemplateParser(const SourceText& source, const expression::Functions& functions, Findings& findings)
        : pieces_(scan(source, findings)), findings_(findings) {
        options_.functions = &functions;
    }

    Statements run() {
        Statements all;
        while (next_ < pieces_.size()) {
            read_until_inner_tag(all);
            if (next_ < pieces_.size()) {
                report_stray(pieces_[next_]);
                ++next_;
            }
        }
        return all;
    }

  private:
    /// The name that a statement's tag begins with.
    static std::string_view tag_name(const Piece& piece) {
        return piece.kind == Piece::Kind::statement ? piece.tokens.front().spelling : std::string_view();
    }

    static bool is_inner_tag(std::string_view name) {
        return std::any_of(std::begin(inner_tags), std::end(inner_tags),
                           [&](const auto& tag) { return tag.first == name; });
    }

    /// Reads statements until a tag that belongs to an outer one; `next_` then stands at it.
    void read_until_inner_tag(Statements& into) {
        while (next_ < pieces_.size() && !is_inner_tag(tag_name(pieces_[next_])))
            read_piece(into);
    }

    void read_piece(Statements& into) {
        Piece& piece = pieces_[next_++];
        if (piece.kind == Piece::Kind::text) {
            into.push_back({Text{std::move(piece.text)}, piece.span});
            return;
        }
        Tag tag(std::move(piece.tokens), options_);
        if (piece.kind == Piece::Kind::statement) return read_statement(tag, piece.span, into);
        Output output{tag.parse_tuple()};
        finish(tag);
        if (!tag.failed()) into.push_back({std::move(output), piece.span});
    }

    /// Nothing more may follow in the tag; reports what went wrong in it.
    void finish(Tag& tag) {
        tag.expect_end();
        if (tag.failed()) findings_.add(tag.take_finding());
    }

    void read_statement(Tag& tag, Span span, Statements& into) {
        const Token name = tag.peek();
        if (nesting_ >= max_nesting) {
            findings_.error("syntax", span, "this is nested too deeply");
            next_ = pieces_.size();
            return;
        }
        using Reader = void (TemplateParser::*)(Tag&, Span, Statements&);
        constexpr std::pair<std::string_view, Reader> readers[] = {
            {"if", &TemplateParser::read_if},           {"for", &TemplateParser::read_for},
            {"set", &TemplateParser::read_set},         {"with", &TemplateParser::read_with},
            {"filter", &TemplateParser::read_filter},   {"block", &TemplateParser::read_block},
            {"extends", &TemplateParser::read_extends}, {"include", &TemplateParser::read_include},
            {"import", &TemplateParser::read_import},   {"from", &TemplateParser::read_from},
            {"macro", &TemplateParser::read_macro},     {"call", &TemplateParser::read_call}};
        for (const auto& [word, reader] : readers) {
            if (!name.is_name(word)) continue;
            tag.take();
            ++nesting_;
            (this->*reader)(tag, span, into);
            --nesting_;
            return;
        }
        report_unknown(name, span);
    }

    void report_unknown(const Token& name, Span span) {
        if (name.kind != Token::Kind::name) {
            findings_.error("syntax", name.kind == Token::Kind::end ? span : name.span,
                            fmt::format("expected a statement, got {}", described(name)));
            return;
        }
        // The end of what was not understood needs no finding of its own.
        if (unknown_reported_ && name.spelling.starts_with("end")) return;
        unknown_reported_ = true;
        const std::vector<std::string_view> known(std::begin(statement_names), std::end(statement_names));
        Finding& finding = findings_.error(
            "unknown-statement", name.span,
            fmt::format("no statement '{}'{}", name.spelling, did_you_mean(name.spelling, known)));
        if (name.spelling == "autoescape") finding.note("everything is escaped, for the place it stands in");
        if (name.spelling == "do" || name.spelling == "break" || name.spelling == "continue") {
            finding.note("templates have no such statement: choose the items with '{% for … if … %}'");
        }
    }

    /// An inner tag that nothing asked for.
    void report_stray(const Piece& piece) {
        if (unknown_reported_) return;
        const std::string_view name = tag_name(piece);
        const auto* tag = std::find_if(std::begin(inner_tags), std::end(inner_tags),
                                       [&](const auto& inner) { return inner.first == name; });
        findings_.error("syntax", piece.span,
                        fmt::format("'{}' has no '{}' it belongs to", name, tag->second));
    }

    /// The body of a statement up to one of `ends`, at which `next_` then stands; false, and reported, if it
    /// is missing.
    bool read_body(std::string_view statement, Span opening, std::initializer_list<std::string_view> ends,
                   Statements& body) {
        expected_.emplace_back(ends);
        read_until_inner_tag(body);
        expected_.pop_back();
        const std::string_view last = *(ends.end() - 1);
        if (next_ == pieces_.size()) {
            if (end_reported_) return false;
            end_reported_ = true;
            findings_.error("syntax", opening,
                            fmt::format("this '{}' is never closed by '{{% {} %}}'", statement, last));
            return false;
        }
        const std::string_view name = tag_name(pieces_[next_]);
        if (std::find(ends.begin(), ends.end(), name) != ends.end()) return true;
        findings_.error("syntax", pieces_[next_].span, fmt::format("expected '{}', got '{}'", last, name))
            .note(fmt::format("'{}' was opened here", statement), opening);
        // What an outer statement waits for is left to it.
        const bool is_outer = std::any_of(expected_.begin(), expected_.end(), [&](const auto& outer) {
            return std::find(outer.begin(), outer.end(), name) != outer.end();
        });
        if (!is_outer) ++next_;
        return false;
    }

    /// The tag at `next_`, behind its name.
    Tag take_tag(Span& span) {
        Piece& piece = pieces_[next_++];
        span = piece.span;
        Tag tag(std::move(piece.tokens), options_);
        tag.take();
        return tag;
    }

    void read_end() {
        Span span;
        Tag tag = take_tag(span);
        finish(tag);
    }

    // ---- Flow ----

    void read_if(Tag& tag, Span span, Statements& into) {
        If statement;
        Node condition = tag.parse_tuple(Conditional::refused);
        finish(tag);
        Span branch_span = span;
        while (true) {
            If::Branch& branch = statement.branches.emplace_back();
            branch.condition = std::move(condition);
            branch.span = branch_span;
            if (!read_body("if", span, {"elif", "else", "endif"}, branch.body)) break;
            if (tag_name(pieces_[next_]) == "elif") {
                Tag next = take_tag(branch_span);
                condition = next.parse_tuple(Conditional::refused);
                finish(next);
                continue;
            }
            const bool has_else = tag_name(pieces_[next_]) == "else";
            read_end();
            if (has_else && read_body("if", span, {"endif"}, statement.otherwise)) read_end();
            break;
        }
        into.push_back({std::move(statement), span});
    }

    void read_for(Tag& tag, Span span, Statements& into) {
        For statement;
        statement.target = read_target(tag, {"in"});
        tag.expect_name("in");
        statement.items = tag.parse_tuple(Conditional::refused, {"recursive"});
        if (tag.skip_name("if")) statement.filter = tag.parse_expression();
        statement.is_recursive = tag.skip_name("recursive");
        finish(tag);
        if (read_body("for", span, {"else", "endfor"}, statement.body)) {
            const bool has_else = tag_name(pieces_[next_]) == "else";
            read_end();
            if (has_else && read_body("for", span, {"endfor"}, statement.otherwise)) read_end();
        }
        into.push_back({std::move(statement), span});
    }

    // ---- Names ----

    AssignTarget read_target(Tag& tag, std::initializer_list<std::string_view> ends) {
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

    AssignTarget read_single_target(Tag& tag) {
        if (tag.peek().is_sign("(")) {
            const Token open = tag.take();
            AssignTarget inner = read_target(tag, {});
            inner.span = join(open.span, tag.peek().span);
            tag.expect_sign(")");
            return inner;
        }
        return {read_name(tag, "a name"), {}, last_name_};
    }

    /// A name that may be given a value.
    std::string read_name(Tag& tag, std::string_view what) {
        const Token token = tag.expect_any_name(what);
        last_name_ = token.span;
        constexpr std::string_view constants[] = {"true", "True", "false", "False", "none", "None"};
        if (std::find(std::begin(constants), std::end(constants), token.spelling) != std::end(constants)) {
            tag.fail(token.span, fmt::format("'{}' cannot be given another value", token.spelling));
        }
        return std::string(token.spelling);
    }

    void read_set(Tag& tag, Span span, Statements& into) {
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
        if (tag.peek().is_sign("|")) statement.filters = tag.parse_filters(body_node());
        finish(tag);
        if (read_body("set", span, {"endset"}, statement.body)) read_end();
        into.push_back({std::move(statement), span});
    }

    void read_with(Tag& tag, Span span, Statements& into) {
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

    static Node body_node() {
        Node node;
        node.kind = NodeKind::name;
        node.name = body_name;
        return node;
    }

    void read_filter(Tag& tag, Span span, Statements& into) {
        FilterBlock statement;
        statement.filters = tag.parse_filters(body_node(), false);
        finish(tag);
        if (read_body("filter", span, {"endfilter"}, statement.body)) read_end();
        into.push_back({std::move(statement), span});
    }

    // ---- Templates and their parts ----

    void read_block(Tag& tag, Span span, Statements& into) {
        Block statement;
        statement.name = tag.expect_any_name("a name for the block").spelling;
        if (tag.peek().is_sign("-"))
            tag.fail(tag.peek().span, "the name of a block has underscores, no hyphens");
        statement.is_scoped = tag.skip_name("scoped");
        statement.is_required = tag.skip_name("required");
        finish(tag);
        const std::string name = statement.name;
        if (read_body("block", span, {"endblock"}, statement.body)) {
            Span end_span;
            Tag end = take_tag(end_span);
            const Token written = end.peek();
            if (!end.skip_name(name) && written.kind == Token::Kind::name) {
                end.fail(written.span,
                         fmt::format("this ends the block '{}', not '{}'", name, written.spelling));
            }
            finish(end);
        }
        into.push_back({std::move(statement), span});
    }

    /// The name of another template, as a literal.
    std::string read_template_name(Tag& tag, Span& span) {
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

    static bool read_context(Tag& tag, bool otherwise) {
        if (!tag.peek(1).is_name("context")) return otherwise;
        const bool with = tag.skip_name("with");
        if (!with && !tag.skip_name("without")) return otherwise;
        tag.expect_name("context");
        return with;
    }

    void read_extends(Tag& tag, Span span, Statements& into) {
        Extends statement;
        statement.name = read_template_name(tag, statement.name_span);
        finish(tag);
        if (!tag.failed()) into.push_back({std::move(statement), span});
    }

    void read_include(Tag& tag, Span span, Statements& into) {
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

    void read_import(Tag& tag, Span span, Statements& into) {
        Import statement;
        statement.name = read_template_name(tag, statement.name_span);
        tag.expect_name("as");
        statement.alias = read_name(tag, "a name for what is imported");
        statement.with_context = read_context(tag, false);
        finish(tag);
        if (!tag.failed()) into.push_back({std::move(statement), span});
    }

    void read_from(Tag& tag, Span span, Statements& into) {
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

    std::vector<MacroParameter> read_parameters(Tag& tag) {
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

    void read_macro(Tag& tag, Span span, Statements& into) {
        Macro statement;
        statement.name = read_name(tag, "a name for the macro");
        statement.name_span = last_name_;
        statement.parameters = read_parameters(tag);
        finish(tag);
        if (read_body("macro", span, {"endmacro"}, statement.body)) read_end();
        into.push_back({std::move(statement), span});
    }

    void read_call(Tag& tag, Span span, Statements& into) {
        CallBlock statement;
        if (tag.peek().is_sign("(")) statement.parameters = read_parameters(tag);
        statement.call = tag.parse_expression();
        if (!tag.failed() && statement.call.kind != NodeKind::call) {
            tag.fail(statement.call.span, "expected the call of a macro");
        }
        finish(tag);
        const bool good = !tag.failed();
        if (read_body("call", span, {"endcall"}, statement.body)) read_end();
        if (good) into.push_back({std::move(statement), span});
    }

    std::vector<Piece> pieces_;
    std::size_t next_ = 0;
    std::size_t nesting_ = 0;
    bool end_reported_ = false;
    bool unknown_reported_ = false;
    /// What the statements around wait for.
    std::vector<std::vector<std::string_view>> expected_;
    Span last_name_;
    expression::ParseOptions options_;
    Findings& findings_;
};

}  // namespace

Statements parse_template(const SourceText& source, const expression::Functions& functions,
                          Findings& findings) {
    return TemplateParser(source, functions, findings).run();
}

}  // namespace regioscope::templates
