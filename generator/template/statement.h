// The tree of a template: texts, outputs and statements, as written. Nothing is decided here about escaping.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/source.h"
#include "expression/node.h"

namespace regioscope::templates {

struct Statement;
using Statements = std::vector<Statement>;

/// What is assigned to: a name, or names in brackets in brackets.
struct AssignTarget {
    std::string name;
    /// If not empty, a list of that length is taken apart.
    std::vector<AssignTarget> parts;
    Span span;
};

struct Text {
    /// With line breaks as `\n`, white space control done.
    std::string text;
};

struct Output {
    expression::Node value;
};

struct If {
    struct Branch {
        expression::Node condition;
        Statements body;
        Span span;
    };
    std::vector<Branch> branches;
    Statements otherwise;
};

struct For {
    AssignTarget target;
    expression::Node items;
    /// `if …` of the loop; absent when there is none.
    expression::Node filter;
    Statements body;
    Statements otherwise;
};

struct Set {
    AssignTarget target;
    expression::Node value;
};

/// `{% set name %}…{% endset %}`.
struct SetBlock {
    AssignTarget target;
    Statements body;
};

struct With {
    struct Assignment {
        AssignTarget target;
        expression::Node value;
    };
    std::vector<Assignment> assignments;
    Statements body;
};

struct Block {
    std::string name;
    bool is_scoped = false;
    bool is_required = false;
    Statements body;
};

struct Extends {
    std::string name;
    Span name_span;
};

struct Include {
    std::string name;
    Span name_span;
    bool ignores_missing = false;
    bool with_context = true;
};

struct Import {
    std::string name;
    Span name_span;
    std::string alias;
    bool with_context = false;
};

struct FromImport {
    struct Name {
        std::string name;
        std::string alias;
        Span span;
    };
    std::string name;
    Span name_span;
    std::vector<Name> names;
    bool with_context = false;
};

struct MacroParameter {
    std::string name;
    /// Absent: there is no default.
    expression::Node fallback;
    Span span;
};

struct Macro {
    std::string name;
    std::vector<MacroParameter> parameters;
    Statements body;
    Span name_span;
};

struct Statement {
    using Form = std::variant<Text, Output, If, For, Set, SetBlock, With, Block, Extends, Include, Import,
                              FromImport, Macro>;
    Form form;
    /// The whole tag; for texts, the text.
    Span span;
};

}  // namespace regioscope::templates
