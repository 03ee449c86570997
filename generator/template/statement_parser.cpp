// Pieces to statements: what belongs together, and the flow of a template.
#include "template/statement_parser.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/suggest.h"

namespace regioscope::templates {

namespace {

using expression::NodeKind;
using Conditional = expression::Parser::Conditional;

/// Statements in statements; far more than anyone writes.
constexpr std::size_t max_nesting = 60;

constexpr std::string_view statement_names[] = {"block",   "extends", "for", "from", "if",  "import",
                                                "include", "macro",   "raw", "set",  "with"};

/// Tags that belong to a statement, and its name.
constexpr std::pair<std::string_view, std::string_view> inner_tags[] = {
    {"else", "if' or 'for"}, {"elif", "if"},        {"endif", "if"},
    {"endfor", "for"},       {"endset", "set"},     {"endwith", "with"},
    {"endblock", "block"},   {"endmacro", "macro"}, {"endraw", "raw"}};

}  // namespace

Statements StatementParser::run() {
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

std::string_view StatementParser::tag_name(const Piece& piece) {
    return piece.kind == Piece::Kind::statement ? piece.tokens.front().spelling : std::string_view();
}

bool StatementParser::is_inner_tag(std::string_view name) {
    return std::any_of(std::begin(inner_tags), std::end(inner_tags),
                       [&](const auto& tag) { return tag.first == name; });
}

void StatementParser::read_until_inner_tag(Statements& into) {
    while (next_ < pieces_.size() && !is_inner_tag(tag_name(pieces_[next_])))
        read_piece(into);
}

void StatementParser::read_piece(Statements& into) {
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

void StatementParser::finish(Tag& tag) {
    tag.expect_end();
    if (tag.failed()) findings_.add(tag.take_finding());
}

void StatementParser::read_statement(Tag& tag, Span span, Statements& into) {
    const Token name = tag.peek();
    if (nesting_ >= max_nesting) {
        findings_.error("syntax", span, "this is nested too deeply");
        next_ = pieces_.size();
        return;
    }
    using Reader = void (StatementParser::*)(Tag&, Span, Statements&);
    constexpr std::pair<std::string_view, Reader> readers[] = {
        {"if", &StatementParser::read_if},           {"for", &StatementParser::read_for},
        {"set", &StatementParser::read_set},         {"with", &StatementParser::read_with},
        {"block", &StatementParser::read_block},     {"extends", &StatementParser::read_extends},
        {"include", &StatementParser::read_include}, {"import", &StatementParser::read_import},
        {"from", &StatementParser::read_from},       {"macro", &StatementParser::read_macro}};
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

void StatementParser::report_unknown(const Token& name, Span span) {
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
    if (name.spelling == "call")
        finding.note("capture the body with '{% set … %}' and give it to the macro as an argument");
    if (name.spelling == "filter") finding.note("filter the values where they are printed");
}

void StatementParser::report_stray(const Piece& piece) {
    if (unknown_reported_) return;
    const std::string_view name = tag_name(piece);
    const auto* tag = std::find_if(std::begin(inner_tags), std::end(inner_tags),
                                   [&](const auto& inner) { return inner.first == name; });
    findings_.error("syntax", piece.span, fmt::format("'{}' has no '{}' it belongs to", name, tag->second));
}

bool StatementParser::read_body(std::string_view statement, Span opening,
                                std::initializer_list<std::string_view> ends, Statements& body) {
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
StatementParser::Tag StatementParser::take_tag(Span& span) {
    Piece& piece = pieces_[next_++];
    span = piece.span;
    Tag tag(std::move(piece.tokens), options_);
    tag.take();
    return tag;
}

void StatementParser::read_end() {
    Span span;
    Tag tag = take_tag(span);
    finish(tag);
}

void StatementParser::read_if(Tag& tag, Span span, Statements& into) {
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

void StatementParser::read_for(Tag& tag, Span span, Statements& into) {
    For statement;
    statement.target = read_target(tag, {"in"});
    tag.expect_name("in");
    statement.items = tag.parse_tuple(Conditional::refused);
    if (tag.skip_name("if")) statement.filter = tag.parse_expression();
    if (tag.peek().is_name("recursive"))
        tag.fail(tag.peek().span, "a loop does not call itself: let a macro do so");
    finish(tag);
    if (read_body("for", span, {"else", "endfor"}, statement.body)) {
        const bool has_else = tag_name(pieces_[next_]) == "else";
        read_end();
        if (has_else && read_body("for", span, {"endfor"}, statement.otherwise)) read_end();
    }
    into.push_back({std::move(statement), span});
}

}  // namespace regioscope::templates
