// Turns cmark's blocks into ours. Private to the room.
#pragma once

#include <cmark-gfm.h>

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "markdown/block_content.h"
#include "markdown/reading.h"

namespace regioscope::markdown {

/// A paragraph that is a statement: `{{ if … }}`, `{{ else }}`, `{{ for x in … }}`, `{{ end }}`.
struct Control {
    enum class Word { if_, else_, for_, end };
    Word word = Word::end;
    expression::Expression expression;
    std::string normalized;
    /// The name of a repetition.
    std::string name;
    Span span;
};

/// A run of blocks in which statements have not been matched yet.
using Items = std::vector<std::variant<Block, Control>>;

/// Matches statements with their ends. Finding: `unbalanced-control`.
Blocks fold_controls(Items items, Findings& findings);

class BlockReader {
  public:
    BlockReader(Reading& reading, const Lines& lines) : reading_(reading), lines_(lines) {}

    /// Fills blocks and footnotes.
    void read_document(cmark_node* root, Document::Content& content);

  private:
    Blocks read_children(cmark_node* parent);
    void read_node(cmark_node* node, Items& out);
    void read_paragraph(cmark_node* node, Items& out);
    void read_heading(cmark_node* node, Items& out);
    void read_list(cmark_node* node, Items& out);
    void read_quote(cmark_node* node, Items& out);
    void read_table(cmark_node* node, Items& out);
    Table::Row read_row(cmark_node* row, std::size_t last_line);
    Footnote read_footnote(cmark_node* node);

    /// The statement or figure that a paragraph of nothing but one expression is.
    bool read_lone_expression(const BlockContent& content, Items& out);
    bool read_control(const BlockContent& content, std::size_t closing, Items& out);
    Inlines read_words(cmark_node* block);
    /// From the first to the last line of a block, for those that have no words to say it better.
    Span lines_span(cmark_node* block) const;
    void check_unused_footnotes(const std::vector<Footnote>& used);

    Reading& reading_;
    const Lines& lines_;
    std::size_t depth_ = 0;
    bool too_deep_ = false;
    /// Lines of code, in which nothing that looks like a footnote is one.
    std::vector<std::pair<std::size_t, std::size_t>> code_lines_;
};

}  // namespace regioscope::markdown
