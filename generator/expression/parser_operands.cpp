// The part of the grammar below the operators: literals, names, brackets, and what follows them.
#include <fmt/format.h>

#include <algorithm>

#include "expression/parser.h"

namespace regioscope::expression {

// ---- What operators work on ----

Node Parser::parse_primary() {
    const Token& token = peek();
    if (token.kind == Token::Kind::name && !is_reserved(token.spelling)) return parse_name();
    if (token.kind == Token::Kind::text) return parse_text();
    if (token.kind == Token::Kind::number) {
        const Token number = take();
        Node node;
        node.kind = NodeKind::constant;
        node.constant = Value(number.number);
        node.span = number.span;
        return node;
    }
    if (token.is_sign("(")) return parse_brackets();
    if (token.is_sign("[")) return parse_list();
    if (token.is_sign("{")) return parse_map();
    fail(token.span, fmt::format("expected an expression, got {}", described(token)));
    return {};
}

Node Parser::parse_name() {
    const Token token = take();
    Node node;
    node.span = node.name_span = token.span;
    node.kind = NodeKind::constant;
    if (token.spelling == "true" || token.spelling == "True") {
        node.constant = Value(true);
    } else if (token.spelling == "false" || token.spelling == "False") {
        node.constant = Value(false);
    } else if (token.spelling == "none" || token.spelling == "None") {
        node.constant = Value::none();
    } else {
        node.kind = NodeKind::name;
        node.name = token.spelling;
    }
    return node;
}

/// Texts that follow each other are one.
Node Parser::parse_text() {
    const Token first = take();
    std::string text = first.text;
    Span span = first.span;
    while (peek().kind == Token::Kind::text) {
        const Token further = take();
        text += further.text;
        span = join(span, further.span);
    }
    Node node;
    node.kind = NodeKind::constant;
    node.constant = Value(std::move(text));
    node.span = span;
    return node;
}

Node Parser::parse_brackets() {
    const Token open = take();
    Node node;
    if (peek().is_sign(")")) {
        node.kind = NodeKind::list;
    } else {
        node = parse_tuple();
    }
    node.span = join(open.span, peek().span);
    expect_sign(")");
    return node;
}

Node Parser::parse_list() {
    const Token open = take();
    std::vector<Node> items;
    while (!peek().is_sign("]") && !failed()) {
        items.push_back(parse_expression());
        if (!skip_sign(",")) break;
    }
    const Span span = join(open.span, peek().span);
    expect_sign("]");
    return made(NodeKind::list, std::move(items), span);
}

Node Parser::parse_map() {
    const Token open = take();
    std::vector<Node> children;
    while (!peek().is_sign("}") && !failed()) {
        children.push_back(parse_expression());
        expect_sign(":");
        children.push_back(parse_expression());
        if (!skip_sign(",")) break;
    }
    const Span span = join(open.span, peek().span);
    expect_sign("}");
    return made(NodeKind::map, std::move(children), span);
}

// ---- What follows them ----

Node Parser::parse_postfix(Node node) {
    while (!failed()) {
        if (peek().is_sign(".")) {
            node = parse_attribute(std::move(node));
        } else if (peek().is_sign("[")) {
            node = parse_subscript(std::move(node));
        } else if (peek().is_sign("(")) {
            node = parse_call(std::move(node));
        } else {
            break;
        }
    }
    return node;
}

Node Parser::parse_attribute(Node base) {
    take();
    const Token token = peek();
    Node node;
    node.span = join(base.span, token.span);
    node.name_span = token.span;
    node.children.push_back(std::move(base));
    if (token.kind == Token::Kind::name) {
        node.kind = NodeKind::attribute;
        node.name = token.spelling;
    } else if (token.kind == Token::Kind::number && token.number.is_integer()) {
        Node index;
        index.kind = NodeKind::constant;
        index.constant = Value(token.number);
        index.span = token.span;
        node.kind = NodeKind::item;
        node.children.push_back(std::move(index));
    } else {
        fail(token.span, fmt::format("expected a name after '.', got {}", described(token)));
        return {};
    }
    take();
    return made(std::move(node));
}

Node Parser::parse_subscript(Node base) {
    const Token open = take();
    const auto part = [&](std::initializer_list<std::string_view> ends) {
        const bool nothing =
            std::any_of(ends.begin(), ends.end(), [&](auto sign) { return peek().is_sign(sign); });
        if (!nothing) return parse_expression();
        Node absent;
        absent.span = peek().span;
        return absent;
    };
    std::vector<Node> children;
    children.push_back(std::move(base));
    children.push_back(part({":"}));
    const bool is_slice = skip_sign(":");
    if (is_slice) {
        children.push_back(part({":", "]"}));
        Node step;
        if (skip_sign(":")) step = part({"]"});
        children.push_back(std::move(step));
    }
    const Span span = join(children.front().span, peek().span);
    if (peek().is_sign(",")) fail(peek().span, "only one index goes between the brackets");
    expect_sign("]");
    Node node = made(is_slice ? NodeKind::slice : NodeKind::item, std::move(children), span);
    node.name_span = join(open.span, span);
    return node;
}

Node Parser::parse_call(Node callee) {
    Node node;
    node.kind = NodeKind::call;
    node.span = callee.span;
    node.name_span = callee.kind == NodeKind::attribute ? callee.name_span : callee.span;
    node.children.push_back(std::move(callee));
    parse_arguments(node);
    return made(std::move(node));
}

void Parser::parse_arguments(Node& node) {
    expect_sign("(");
    bool named_before = false;
    bool spread_before = false;
    bool spread_named_before = false;
    while (!peek().is_sign(")") && !failed()) {
        const Token first = peek();
        Node argument;
        argument.kind = NodeKind::argument;
        bool refused = spread_named_before;
        if (skip_sign("**")) {
            argument.kind = NodeKind::spread_named;
            spread_named_before = true;
        } else if (skip_sign("*")) {
            refused = refused || spread_before;
            argument.kind = NodeKind::spread;
            spread_before = true;
        } else if (first.kind == Token::Kind::name && peek(1).is_sign("=")) {
            next_ += 2;
            argument.name = first.spelling;
            named_before = true;
        } else {
            refused = refused || named_before || spread_before;
        }
        if (refused) fail(first.span, "this argument must stand before the named and the spread ones");
        argument.children.push_back(parse_expression());
        argument.span = join(first.span, argument.children.front().span);
        node.children.push_back(made(std::move(argument)));
        if (!skip_sign(",")) break;
    }
    node.span = join(node.span, peek().span);
    expect_sign(")");
}

bool Parser::refuse_filters(const Token& sign) {
    if (options_.filters == ParseOptions::Filters::allowed) return false;
    fail(make_error("syntax", sign.span, fmt::format("'{}' cannot be used here", sign.spelling))
             .note("expressions in Markdown have functions only: write f(x)"));
    return true;
}

Node Parser::parse_filters_and_tests(Node node) {
    while (!failed()) {
        if (peek().is_sign("|")) {
            if (refuse_filters(peek())) return {};
            node = parse_filters(std::move(node));
        } else if (peek().is_name("is")) {
            if (refuse_filters(peek())) return {};
            node = parse_test(std::move(node));
        } else if (peek().is_sign("(")) {
            node = parse_call(std::move(node));
        } else {
            break;
        }
    }
    return node;
}

Node Parser::parse_filters(Node value) {
    while (!failed() && peek().is_sign("|")) {
        take();
        const Token name = expect_any_name("the name of a filter");
        if (failed()) return {};
        if (options_.functions != nullptr &&
            options_.functions->find(Functions::Sort::filter, name.spelling) == nullptr) {
            fail(options_.functions->unknown(Functions::Sort::filter, name.spelling, name.span));
            return {};
        }
        Node node;
        node.kind = NodeKind::filter;
        node.name = name.spelling;
        node.name_span = name.span;
        node.span = value.span ? join(value.span, name.span) : name.span;
        node.children.push_back(std::move(value));
        if (peek().is_sign("(")) parse_arguments(node);
        value = made(std::move(node));
    }
    return value;
}

Node Parser::parse_test(Node value) {
    take();
    const bool negated = skip_name("not");
    // `in` is a test, too.
    const Token name = peek().is_name("in") ? take() : expect_any_name("the name of a test");
    if (failed()) return {};
    if (options_.functions != nullptr &&
        options_.functions->find(Functions::Sort::test, name.spelling) == nullptr) {
        fail(options_.functions->unknown(Functions::Sort::test, name.spelling, name.span));
        return {};
    }
    Node node;
    node.kind = NodeKind::test;
    node.name = name.spelling;
    node.name_span = name.span;
    node.span = join(value.span, name.span);
    node.children.push_back(std::move(value));
    const Token& next = peek();
    const bool is_operand = (next.kind == Token::Kind::name && !is_reserved(next.spelling)) ||
                            next.kind == Token::Kind::text || next.kind == Token::Kind::number ||
                            next.is_sign("[") || next.is_sign("{");
    if (next.is_sign("(")) {
        parse_arguments(node);
    } else if (next.is_name("is")) {
        fail(next.span, "tests with 'is' cannot follow each other: join them with 'and'");
    } else if (is_operand) {
        Node argument;
        argument.kind = NodeKind::argument;
        argument.children.push_back(parse_postfix(parse_primary()));
        argument.span = argument.children.front().span;
        node.span = join(node.span, argument.span);
        node.children.push_back(made(std::move(argument)));
    }
    const Span span = node.span;
    node = made(std::move(node));
    if (!negated) return node;
    std::vector<Node> children;
    children.push_back(std::move(node));
    return made(NodeKind::logical_not, std::move(children), span);
}

}  // namespace regioscope::expression
