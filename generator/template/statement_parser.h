// The grammar of statements. Private to the room: others call parse_template().
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "expression/parser.h"
#include "template/scanner.h"
#include "template/statement.h"

namespace regioscope::templates {

class StatementParser {
  public:
    StatementParser(const SourceText& source, const expression::Functions& functions, Findings& findings)
        : pieces_(scan(source, findings)), findings_(findings) {
        options_.functions = &functions;
    }

    Statements run();

  private:
    using Node = expression::Node;
    using Token = expression::Token;
    using Tag = expression::Parser;

    /// The name that a statement's tag begins with.
    static std::string_view tag_name(const Piece& piece);
    static bool is_inner_tag(std::string_view name);

    /// Reads statements until a tag that belongs to an outer one; `next_` then stands at it.
    void read_until_inner_tag(Statements& into);
    void read_piece(Statements& into);

    /// Nothing more may follow in the tag; reports what went wrong in it.
    void finish(Tag& tag);
    void read_statement(Tag& tag, Span span, Statements& into);
    void report_unknown(const Token& name, Span span);

    /// An inner tag that nothing asked for.
    void report_stray(const Piece& piece);

    /// The body of a statement up to one of `ends`, at which `next_` then stands; false, and reported, if it
    /// is missing.
    bool read_body(std::string_view statement, Span opening, std::initializer_list<std::string_view> ends,
                   Statements& body);

    /// The tag at `next_`, behind its name.
    Tag take_tag(Span& span);
    void read_end();

    // ---- Flow ----

    void read_if(Tag& tag, Span span, Statements& into);
    void read_for(Tag& tag, Span span, Statements& into);

    // ---- Names ----

    AssignTarget read_target(Tag& tag, std::initializer_list<std::string_view> ends);
    AssignTarget read_single_target(Tag& tag);

    /// A name that may be given a value.
    std::string read_name(Tag& tag, std::string_view what);
    void read_set(Tag& tag, Span span, Statements& into);
    void read_with(Tag& tag, Span span, Statements& into);

    // ---- Templates and their parts ----

    void read_block(Tag& tag, Span span, Statements& into);

    /// The name of another template, as a literal.
    std::string read_template_name(Tag& tag, Span& span);
    static bool read_context(Tag& tag, bool otherwise);
    void read_extends(Tag& tag, Span span, Statements& into);
    void read_include(Tag& tag, Span span, Statements& into);
    void read_import(Tag& tag, Span span, Statements& into);
    void read_from(Tag& tag, Span span, Statements& into);
    std::vector<MacroParameter> read_parameters(Tag& tag);
    void read_macro(Tag& tag, Span span, Statements& into);

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

}  // namespace regioscope::templates
