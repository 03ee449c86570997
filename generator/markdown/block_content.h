// Where the inline text of a block stands. cmark hands each paragraph, heading and table cell its words
// without indentation, `>` and the escapes of `|`; this file finds the words again in the lines they came
// from.
#pragma once

#include <cmark-gfm.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regioscope::markdown {

/// The lines of a text, as cmark splits them; numbers count from 0.
class Lines {
  public:
    explicit Lines(std::string_view text);

    std::size_t count() const { return begins_.size(); }
    std::size_t begin(std::size_t line) const { return begins_[line]; }
    /// Without its line break.
    std::string_view operator[](std::size_t line) const;

  private:
    std::string_view text_;
    std::vector<std::size_t> begins_;
};

/// The words of one block.
class BlockContent {
  public:
    BlockContent() = default;
    explicit BlockContent(std::string_view text) : text_(text) {}

    std::string_view text() const { return text_; }
    /// Where a byte of the words stands in the whole text.
    std::size_t place(std::size_t offset) const;
    /// Where byte `offset - 1` ends.
    std::size_t end_place(std::size_t offset) const { return offset == 0 ? place(0) : place(offset - 1) + 1; }
    /// From `offset` on, words and text run in parallel.
    void stands_at(std::size_t offset, std::size_t place) { runs_.push_back({offset, place}); }

  private:
    struct Run {
        std::size_t offset;
        std::size_t place;
    };
    /// Owned by the cmark node.
    std::string_view text_;
    std::vector<Run> runs_;
};

/// The words of a paragraph or heading; nothing when they are not found (never seen, and then a finding).
std::optional<BlockContent> locate_words(cmark_node* block, const Lines& lines);

/// The words of all cells of a table row. `last_line` is the last one of the table.
std::optional<std::vector<BlockContent>> locate_cells(cmark_node* row, const Lines& lines,
                                                      std::size_t last_line);

}  // namespace regioscope::markdown
