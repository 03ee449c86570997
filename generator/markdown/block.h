// What a page is made of: blocks, and in them inlines.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/source.h"
#include "expression/node.h"
#include "markdown/inline.h"

namespace regioscope::markdown {

struct Block;
using Blocks = std::vector<Block>;

struct Paragraph {
    Inlines content;
};

struct Heading {
    /// 1–6.
    int level = 1;
    /// Unique within the page; made of the words alone, so that it stays when the numbers change.
    std::string anchor;
    Inlines content;
};

struct Bullets {
    /// The number of the first item; nothing: a list without numbers.
    std::optional<int> start;
    /// Items stand close together: their paragraphs have no tags of their own.
    bool tight = true;
    std::vector<Blocks> items;
};

struct Quote {
    Blocks content;
};

/// A quotation whose first line is `[!aside] title` or `[!definition] term`.
struct Aside {
    enum class Kind { aside, definition };
    Kind kind = Kind::aside;
    /// May be empty.
    Inlines title;
    Blocks content;
};

struct CodeBlock {
    std::string language;
    std::string text;
};

struct Rule {};

struct Table {
    enum class Alignment { none, left, centre, right };
    struct Row {
        std::vector<Inlines> cells;
        Span span;
    };
    /// One per column; every row has as many cells.
    std::vector<Alignment> columns;
    Row head;
    std::vector<Row> rows;
};

/// `{{ figure("sector-composition") }}` on a line of its own.
struct Figure {
    std::string id;
};

/// `{{ if condition }}` … `{{ else }}` … `{{ end }}`, each on a line of its own.
struct Conditional {
    expression::Expression condition;
    std::string normalized;
    Blocks then;
    Blocks otherwise;
};

/// `{{ for region in set("dutch-regions") }}` … `{{ end }}`.
struct Repetition {
    std::string name;
    expression::Expression items;
    std::string normalized;
    Blocks content;
};

struct Block {
    /// The whole block; that of one with blocks inside begins with the first and ends with the last of them.
    Span span;
    std::variant<Paragraph, Heading, Bullets, Quote, Aside, CodeBlock, Rule, Table, Figure, Conditional,
                 Repetition>
        what;
};

}  // namespace regioscope::markdown
