// The grammar of expressions over tokens. The template room drives it statement by statement; parse() is the
// short way.
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "expression/node.h"
#include "expression/parse.h"
#include "expression/token.h"

namespace regioscope::expression {

/// After the first finding the parser stands at the end and everything it returns is absent; so a caller may
/// go on and ask for the finding once.
class Parser {
  public:
    Parser(std::vector<Token> tokens, const ParseOptions& options)
        : tokens_(std::move(tokens)), options_(options) {}

    const Token& peek(std::size_t ahead = 0) const;
    Token take();
    bool at_end() const { return peek().kind == Token::Kind::end; }
    bool skip_sign(std::string_view sign);
    bool skip_name(std::string_view name);
    /// A finding unless it is there: "expected ')', got 'x'".
    void expect_sign(std::string_view sign);
    void expect_name(std::string_view name);
    void expect_end();
    /// Any name; `what` is for the finding: "a name for the macro".
    Token expect_any_name(std::string_view what);

    enum class Conditional { allowed, refused };
    Node parse_expression(Conditional conditional = Conditional::allowed);
    /// `a, b` without brackets is a list.
    Node parse_tuple(Conditional conditional = Conditional::allowed);
    /// `| filter(…)` one after another, applied to `value`.
    Node parse_filters(Node value);
    /// `(a, b=c)`: arguments are added to the node's children.
    void parse_arguments(Node& node);

    void fail(Finding finding);
    void fail(Span span, std::string message) { fail(make_error("syntax", span, std::move(message))); }
    bool failed() const { return finding_.has_value(); }
    Finding take_finding() { return std::move(*finding_); }

  private:
    /// One level of brackets or signs deeper as long as it lives; too deep is a finding.
    class Deeper {
      public:
        explicit Deeper(Parser& parser) : parser_(parser) {
            if (++parser_.nesting_ > max_nesting)
                parser_.fail(parser_.peek().span, "this is nested too deeply");
        }
        Deeper(const Deeper&) = delete;
        Deeper& operator=(const Deeper&) = delete;
        ~Deeper() { --parser_.nesting_; }

      private:
        Parser& parser_;
    };

    /// Far more than anyone writes, and little enough for any stack.
    static constexpr std::size_t max_nesting = 100;

    /// Words that are no names: `and`, `else`, `if` …
    static bool is_reserved(std::string_view name);

    Node parse_conditional();
    Node parse_or();
    Node parse_and();
    Node parse_not();
    Node parse_comparison();
    std::optional<Comparison> take_comparison();
    Node parse_sum();
    Node parse_concatenation();
    Node parse_product();
    Node parse_power();
    Node parse_unary();
    Node parse_signed();
    Node parse_primary();
    Node parse_name();
    Node parse_text();
    Node parse_brackets();
    Node parse_list();
    Node parse_map();
    Node parse_postfix(Node node);
    Node parse_attribute(Node base);
    Node parse_subscript(Node base);
    Node parse_call(Node callee);
    Node parse_filters_and_tests(Node node);
    Node parse_test(Node value);
    bool refuse_filters(const Token& sign);

    /// Reads `operand (sign operand)*`, from the left.
    Node parse_left_to_right(Node (Parser::*operand)(),
                             std::initializer_list<std::pair<std::string_view, Arithmetic>> signs);
    /// Finishes a node: its depth and its span.
    Node made(Node node);
    Node made(NodeKind kind, std::vector<Node> children, Span span);

    std::vector<Token> tokens_;
    ParseOptions options_;
    std::size_t next_ = 0;
    std::size_t nesting_ = 0;
    std::optional<Finding> finding_;
};

}  // namespace regioscope::expression
