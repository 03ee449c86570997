#include "expression/parser.h"

#include <fmt/format.h>

#include <algorithm>

namespace regioscope::expression {

namespace {

/// Operators in a row: far more than anyone writes, and little enough for any stack.
constexpr std::size_t max_depth = 400;

}  // namespace

// ---- Tokens ----

bool Parser::is_reserved(std::string_view name) {
    constexpr std::string_view reserved[] = {"and", "else", "if", "in", "is", "not", "or"};
    return std::find(std::begin(reserved), std::end(reserved), name) != std::end(reserved);
}

const Token& Parser::peek(std::size_t ahead) const {
    return tokens_[std::min(next_ + ahead, tokens_.size() - 1)];
}

Token Parser::take() {
    Token token = peek();
    if (!at_end()) ++next_;
    return token;
}

bool Parser::skip_sign(std::string_view sign) {
    const bool there = peek().is_sign(sign);
    if (there) ++next_;
    return there;
}

bool Parser::skip_name(std::string_view name) {
    const bool there = peek().is_name(name);
    if (there) ++next_;
    return there;
}

void Parser::expect_sign(std::string_view sign) {
    if (!skip_sign(sign)) fail(peek().span, fmt::format("expected '{}', got {}", sign, described(peek())));
}

void Parser::expect_name(std::string_view name) {
    if (!skip_name(name)) fail(peek().span, fmt::format("expected '{}', got {}", name, described(peek())));
}

void Parser::expect_end() {
    if (at_end()) return;
    const bool is_decimal_comma = next_ > 0 && peek().is_sign(",") &&
                                  tokens_[next_ - 1].kind == Token::Kind::number &&
                                  peek(1).kind == Token::Kind::number;
    if (is_decimal_comma)
        fail(peek().span, fmt::format("unexpected {}: a decimal comma? write {}.{}", described(peek()),
                                      tokens_[next_ - 1].spelling, peek(1).spelling));
    else if (peek().is_sign("="))
        fail(peek().span, peek(1).is_sign("<") || peek(1).is_sign(">")
                              ? fmt::format("unexpected '=': write '{}='", peek(1).spelling)
                              : std::string("unexpected '=': two are equal when '==' stands between them"));
    else
        fail(peek().span, fmt::format("unexpected {}", described(peek())));
}

Token Parser::expect_any_name(std::string_view what) {
    const Token token = peek();
    if (token.kind != Token::Kind::name || is_reserved(token.spelling)) {
        fail(token.span, fmt::format("expected {}, got {}", what, described(token)));
        return {};
    }
    return take();
}

void Parser::fail(Finding finding) {
    if (!finding_) finding_ = std::move(finding);
    next_ = tokens_.size() - 1;
}

Node Parser::made(Node node) {
    std::size_t depth = 0;
    for (const Node& child : node.children)
        depth = std::max<std::size_t>(depth, child.depth);
    node.depth = static_cast<std::uint16_t>(depth + 1);
    if (depth >= max_depth) {
        fail(node.span, "this expression is too long: give its parts names");
        return {};
    }
    return node;
}

Node Parser::made(NodeKind kind, std::vector<Node> children, Span span) {
    Node node;
    node.kind = kind;
    node.children = std::move(children);
    node.span = span;
    return made(std::move(node));
}

// ---- Operators, from the loosest to the tightest ----

Node Parser::parse_expression(Conditional conditional) {
    const Deeper deeper(*this);
    return conditional == Conditional::allowed ? parse_conditional() : parse_or();
}

Node Parser::parse_tuple(Conditional conditional) {
    const Token first = peek();
    std::vector<Node> items;
    bool has_comma = false;
    while (!at_end() && !peek().is_sign(")")) {
        items.push_back(parse_expression(conditional));
        if (!skip_sign(",")) break;
        has_comma = true;
    }
    if (items.empty()) {
        fail(first.span, fmt::format("expected an expression, got {}", described(first)));
        return {};
    }
    if (!has_comma) return std::move(items.front());
    const Span span = join(first.span, items.back().span);
    return made(NodeKind::list, std::move(items), span);
}

Node Parser::parse_conditional() {
    Node value = parse_or();
    while (skip_name("if")) {
        Node condition = parse_or();
        Node otherwise;
        otherwise.span = condition.span;
        if (skip_name("else")) {
            const Deeper deeper(*this);
            otherwise = parse_conditional();
        }
        const Span span = join(value.span, otherwise.span);
        std::vector<Node> children;
        children.push_back(std::move(condition));
        children.push_back(std::move(value));
        children.push_back(std::move(otherwise));
        value = made(NodeKind::conditional, std::move(children), span);
    }
    return value;
}

Node Parser::parse_or() {
    Node first = parse_and();
    if (!peek().is_name("or")) return first;
    std::vector<Node> children;
    children.push_back(std::move(first));
    while (skip_name("or"))
        children.push_back(parse_and());
    const Span span = join(children.front().span, children.back().span);
    return made(NodeKind::logical_or, std::move(children), span);
}

Node Parser::parse_and() {
    Node first = parse_not();
    if (!peek().is_name("and")) return first;
    std::vector<Node> children;
    children.push_back(std::move(first));
    while (skip_name("and"))
        children.push_back(parse_not());
    const Span span = join(children.front().span, children.back().span);
    return made(NodeKind::logical_and, std::move(children), span);
}

Node Parser::parse_not() {
    const Token sign = peek();
    if (!skip_name("not")) return parse_comparison();
    const Deeper deeper(*this);
    std::vector<Node> children;
    children.push_back(parse_not());
    const Span span = join(sign.span, children.front().span);
    return made(NodeKind::logical_not, std::move(children), span);
}

std::optional<Comparison> Parser::take_comparison() {
    constexpr std::pair<std::string_view, Comparison> signs[] = {
        {"==", Comparison::equal}, {"!=", Comparison::unequal},       {"<=", Comparison::less_equal},
        {"<", Comparison::less},   {">=", Comparison::greater_equal}, {">", Comparison::greater}};
    for (const auto& [sign, comparison] : signs) {
        if (skip_sign(sign)) return comparison;
    }
    if (skip_name("in")) return Comparison::in;
    if (peek().is_name("not") && peek(1).is_name("in")) {
        next_ += 2;
        return Comparison::not_in;
    }
    return std::nullopt;
}

Node Parser::parse_comparison() {
    Node first = parse_sum();
    auto comparison = take_comparison();
    if (!comparison) return first;
    Node node;
    node.children.push_back(std::move(first));
    for (; comparison; comparison = take_comparison()) {
        node.comparisons.push_back(*comparison);
        node.children.push_back(parse_sum());
    }
    node.kind = NodeKind::compare;
    node.span = join(node.children.front().span, node.children.back().span);
    return made(std::move(node));
}

Node Parser::parse_left_to_right(Node (Parser::*operand)(),
                                 std::initializer_list<std::pair<std::string_view, Arithmetic>> signs) {
    Node left = (this->*operand)();
    while (true) {
        const auto sign =
            std::find_if(signs.begin(), signs.end(), [&](const auto& s) { return peek().is_sign(s.first); });
        if (sign == signs.end()) return left;
        Node node;
        node.kind = NodeKind::arithmetic;
        node.operation = sign->second;
        node.name_span = take().span;
        node.children.push_back(std::move(left));
        node.children.push_back((this->*operand)());
        node.span = join(node.children.front().span, node.children.back().span);
        left = made(std::move(node));
    }
}

Node Parser::parse_sum() {
    return parse_left_to_right(&Parser::parse_concatenation,
                               {{"+", Arithmetic::add}, {"-", Arithmetic::subtract}});
}

Node Parser::parse_concatenation() {
    Node first = parse_product();
    if (!peek().is_sign("~")) return first;
    std::vector<Node> children;
    children.push_back(std::move(first));
    while (skip_sign("~"))
        children.push_back(parse_product());
    const Span span = join(children.front().span, children.back().span);
    return made(NodeKind::concatenate, std::move(children), span);
}

Node Parser::parse_product() {
    return parse_left_to_right(&Parser::parse_power, {{"*", Arithmetic::multiply},
                                                      {"/", Arithmetic::divide},
                                                      {"//", Arithmetic::floor_divide},
                                                      {"%", Arithmetic::modulo}});
}

Node Parser::parse_power() {
    return parse_left_to_right(&Parser::parse_unary, {{"**", Arithmetic::power}});
}

Node Parser::parse_unary() {
    return parse_filters_and_tests(parse_signed());
}

Node Parser::parse_signed() {
    const Token sign = peek();
    Node node;
    if (sign.is_sign("-") || sign.is_sign("+")) {
        const Deeper deeper(*this);
        take();
        node.children.push_back(parse_signed());
        node.kind = sign.is_sign("-") ? NodeKind::negate : NodeKind::plus;
        node.span = join(sign.span, node.children.front().span);
        node = made(std::move(node));
    } else {
        node = parse_primary();
    }
    return parse_postfix(std::move(node));
}

// ---- The short way ----

Result<Expression> parse(const Passage& passage, std::size_t begin, std::size_t end,
                         const ParseOptions& options) {
    auto tokens = tokenize(passage, begin, end, Closing::end_of_passage);
    if (!tokens) return std::move(tokens).finding();
    Parser parser(std::move(tokens->all), options);
    Node root = parser.parse_expression();
    parser.expect_end();
    if (parser.failed()) return parser.take_finding();
    return Expression(std::move(root));
}

Result<Expression> parse(const Passage& passage, const ParseOptions& options) {
    return parse(passage, 0, passage.text().size(), options);
}

std::optional<std::size_t> find_closing(std::string_view text, std::size_t begin) {
    std::size_t open = 0;
    for (std::size_t i = begin; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"' || c == '\'') {
            while (++i < text.size() && text[i] != c) {
                if (text[i] == '\\') ++i;
            }
        } else if (c == '(' || c == '[' || c == '{') {
            ++open;
        } else if (open == 0 && text.substr(i).starts_with("}}")) {
            return i;
        } else if (open != 0 && (c == ')' || c == ']' || c == '}')) {
            --open;
        }
    }
    return std::nullopt;
}

}  // namespace regioscope::expression
