// What holds for every text that was read, whatever it says.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "markdown/document.h"

namespace regioscope::markdown {

/// Walks all inlines: they stand in order, inside what they are part of, and their spans hold their own
/// source.
class SpanInvariants {
  public:
    explicit SpanInvariants(const Document& document) : source_(document.span()) {
        check(document.blocks());
        for (const Footnote& footnote : document.footnotes())
            check(footnote.content);
    }

    bool hold() const { return broken_.empty(); }
    const std::string& broken() const { return broken_; }

  private:
    void check(const Blocks& blocks) {
        for (const Block& block : blocks)
            std::visit([&](const auto& what) { check(what, block.span); }, block.what);
    }

    void check(const Paragraph& paragraph, Span span) { check(paragraph.content, span); }
    void check(const Heading& heading, Span span) { check(heading.content, span); }
    void check(const Bullets& list, Span) {
        for (const Blocks& item : list.items)
            check(item);
    }
    void check(const Quote& quote, Span) { check(quote.content); }
    void check(const Aside& aside, Span) {
        check(aside.title, source_);
        check(aside.content);
    }
    void check(const CodeBlock&, Span) {}
    void check(const Rule&, Span) {}
    void check(const Table& table, Span) {
        for (const Inlines& cell : table.head.cells)
            check(cell, table.head.span);
        for (const Table::Row& row : table.rows) {
            require(row.cells.size() == table.columns.size(), row.span,
                    "row has other columns than its table");
            for (const Inlines& cell : row.cells)
                check(cell, row.span);
        }
    }
    void check(const Figure& figure, Span span) {
        require(span.text().find(figure.id) != std::string_view::npos, span, "figure");
    }
    void check(const Conditional& conditional, Span) {
        check(conditional.then);
        check(conditional.otherwise);
    }
    void check(const Repetition& repetition, Span) { check(repetition.content); }

    void check(const Inlines& inlines, Span around) {
        std::uint32_t last = around.begin;
        for (const Inline& part : inlines) {
            require(part.span.begin >= last && part.span.end <= around.end && part.span.begin < part.span.end,
                    part.span, "order");
            last = part.span.end;
            std::visit([&](const auto& what) { check(what, part.span); }, part.what);
        }
    }

    void check(const Text& text, Span span) {
        const std::string_view source = span.text();
        const bool is_escape = source.size() >= 2 && (source.front() == '\\' || source.front() == '&');
        require(source == text.text || is_escape, span, "text '" + text.text + "'");
    }
    void check(const SoftBreak&, Span span) {
        require(span.text().find_first_of("\r\n\\") != std::string_view::npos, span, "break");
    }
    void check(const LineBreak&, Span span) {
        require(span.text().find_first_of("\r\n\\") != std::string_view::npos, span, "break");
    }
    void check(const Code&, Span span) { framed(span, "`", "`"); }
    void check(const Styled& styled, Span span) {
        const std::string_view mark = span.text().substr(0, 1);
        framed(span, mark, mark);
        check(styled.content, span);
    }
    void check(const BoundValue&, Span span) { framed(span, "{{", "}}"); }
    void check(const Link& link, Span span) {
        const std::string_view source = span.text();
        const bool is_bare = source.starts_with("http") || source.starts_with("HTTP");
        require(is_bare || (source.front() == '<' && source.back() == '>') ||
                    (source.front() == '[' && (source.back() == ')' || source.back() == ']')),
                span, "link");
        check(link.content, span);
    }
    void check(const Image&, Span span) {
        require(span.text().starts_with("![") && (span.text().back() == ')' || span.text().back() == ']'),
                span, "image");
    }
    void check(const Citation& citation, Span span) {
        framed(span, "[@", "]");
        for (const Reference& reference : citation.references)
            require(reference.span.text().substr(1).starts_with(reference.source), reference.span,
                    "reference");
    }
    void check(const FootnoteMark&, Span span) { framed(span, "[^", "]"); }
    void check(const Waiver& waiver, Span span) {
        require(span.text().front() == '[' || span.text().front() == '<', span, "waiver");
        check(waiver.content, span);
    }

    void framed(Span span, std::string_view front, std::string_view back) {
        require(span.text().starts_with(front) && span.text().ends_with(back), span, "frame");
    }
    void require(bool condition, Span span, const std::string& what) {
        if (!condition && broken_.empty()) broken_ = what + " at '" + std::string(span.text()) + "'";
    }

    Span source_;
    std::string broken_;
};

}  // namespace regioscope::markdown
