// The tree of an expression. One sort of node serves all: a kind, a name or a constant, and children.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "expression/object.h"
#include "expression/value.h"

namespace regioscope::expression {

enum class NodeKind : std::uint8_t {
    constant,      // constant
    name,          // name
    list,          // children: items
    map,           // children: key, value, key, value, …
    attribute,     // children: base; name
    item,          // children: base, index
    slice,         // children: base, start, stop, step (each may be `absent`)
    call,          // children: callee, arguments …
    filter,        // name; children: value, arguments …
    test,          // name; children: value, arguments …
    argument,      // name (empty: positional); children: value
    spread,        // `*list` in a call; children: value
    spread_named,  // `**map` in a call; children: value
    negate,        // children: value
    plus,          // children: value
    logical_not,   // children: value
    logical_and,   // children: two or more
    logical_or,    // children: two or more
    arithmetic,    // operation; children: left, right
    concatenate,   // children: two or more
    compare,       // comparisons; children: one more than comparisons
    conditional,   // children: condition, then, otherwise (may be `absent`)
    absent,        // nothing stands there
};

enum class Comparison : std::uint8_t { equal, unequal, less, less_equal, greater, greater_equal, in, not_in };

struct Node {
    NodeKind kind = NodeKind::absent;
    Arithmetic operation{};
    /// Levels of nodes below and including this one.
    std::uint16_t depth = 1;
    std::vector<Comparison> comparisons;
    std::string name;
    Value constant;
    std::vector<Node> children;
    Span span;
    /// The operator, attribute name or filter name itself.
    Span name_span;
};

/// A parsed expression: immutable, cheap to copy, shared by threads. The source text it points into must
/// outlive it.
class Expression {
  public:
    Expression() = default;
    explicit Expression(Node root) : root_(std::make_shared<const Node>(std::move(root))) {}

    explicit operator bool() const { return root_ != nullptr; }
    const Node& root() const { return *root_; }
    Span span() const { return root_ ? root_->span : Span(); }

    /// The names it reads from its scope, called functions included.
    std::set<std::string> names() const;

  private:
    std::shared_ptr<const Node> root_;
};

/// Calls `visit` for a node and everything below it, in the order of the text.
template <class Visit>
void for_each_node(const Node& node, const Visit& visit) {
    visit(node);
    for (const Node& child : node.children)
        for_each_node(child, visit);
}

}  // namespace regioscope::expression
