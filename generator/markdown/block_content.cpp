#include "markdown/block_content.h"

#include <cmark-gfm-extension_api.h>

#include <algorithm>

#include "markdown/characters.h"

namespace regioscope::markdown {

namespace {

/// Marks of lists and quotations before a table row; more would be too deep anyway.
constexpr std::size_t longest_prefix = 400;

std::string_view content_of(cmark_node* node) {
    const char* content = cmark_node_get_string_content(node);
    return content == nullptr ? std::string_view() : std::string_view(content);
}

std::size_t from_zero(int number) {
    return number > 0 ? static_cast<std::size_t>(number) - 1 : 0;
}

/// The text before a table that stands in the same paragraph has no position; then its table's does.
std::size_t first_line(cmark_node* block) {
    cmark_node* node = block;
    while (node != nullptr && cmark_node_get_start_line(node) == 0)
        node = cmark_node_next(node);
    return node == nullptr ? 0 : from_zero(cmark_node_get_start_line(node));
}

/// `# words #`: on one line, between the signs.
std::optional<BlockContent> locate_in_heading(cmark_node* heading, std::string_view words,
                                              const Lines& lines) {
    const std::size_t number = first_line(heading);
    const std::string_view line = lines[number];
    std::size_t begin = from_zero(cmark_node_get_start_column(heading));
    while (begin < line.size() && line[begin] == '#')
        ++begin;
    while (begin < line.size() && is_space(line[begin]))
        ++begin;
    if (line.substr(std::min(begin, line.size()), words.size()) != words) return std::nullopt;
    BlockContent content(words);
    content.stands_at(0, lines.begin(number) + begin);
    return content;
}

/// Each line of the words ends one of consecutive lines of the text.
std::optional<BlockContent> locate_in_lines(std::string_view words, const Lines& lines, std::size_t first) {
    const Lines word_lines(words);
    BlockContent content(words);
    for (std::size_t i = 0; i < word_lines.count(); ++i) {
        if (first + i >= lines.count()) return std::nullopt;
        const std::string_view wanted = trimmed_end(word_lines[i]);
        const std::string_view line = trimmed_end(lines[first + i]);
        if (!line.ends_with(wanted)) return std::nullopt;
        content.stands_at(word_lines.begin(i), lines.begin(first + i) + line.size() - wanted.size());
    }
    return content;
}

/// A cell of a line from `begin` up to `|` or the end.
struct RawCell {
    std::size_t begin;
    std::size_t end;
};

RawCell next_cell(std::string_view line, std::size_t begin) {
    std::size_t end = begin;
    while (end < line.size() && line[end] != '|')
        end += line[end] == '\\' && end + 1 < line.size() && is_punctuation(line[end + 1]) ? 2U : 1U;
    return {begin, std::min(end, line.size())};
}

/// The words of a cell, if they are what the raw cell says without spaces around it and without `\` before
/// `|`.
std::optional<BlockContent> match_cell(std::string_view words, std::string_view line, RawCell cell,
                                       std::size_t line_begin) {
    while (cell.begin < cell.end && is_space(line[cell.begin]))
        ++cell.begin;
    while (cell.end > cell.begin && is_space(line[cell.end - 1]))
        --cell.end;
    BlockContent content(words);
    content.stands_at(0, line_begin + cell.begin);
    std::size_t offset = 0;
    for (std::size_t i = cell.begin; i < cell.end; ++i, ++offset) {
        if (line[i] == '\\' && i + 1 < cell.end && line[i + 1] == '|') {
            ++i;
            content.stands_at(offset, line_begin + i);
        }
        if (offset >= words.size() || words[offset] != line[i]) return std::nullopt;
    }
    if (offset != words.size()) return std::nullopt;
    return content;
}

/// All cells, the first one beginning at `begin` of the line. Missing ones at the end are empty.
std::optional<std::vector<BlockContent>> match_row(const std::vector<std::string_view>& cells,
                                                   std::string_view line, std::size_t begin,
                                                   std::size_t line_begin) {
    std::vector<BlockContent> row;
    while (begin < line.size() && is_space(line[begin]))
        ++begin;
    if (begin < line.size() && line[begin] == '|') ++begin;
    for (const std::string_view words : cells) {
        if (begin >= line.size()) {
            if (!words.empty()) return std::nullopt;
            row.emplace_back(words);
            row.back().stands_at(0, line_begin + line.size());
            continue;
        }
        const RawCell cell = next_cell(line, begin);
        auto content = match_cell(words, line, cell, line_begin);
        if (!content) return std::nullopt;
        row.push_back(std::move(*content));
        begin = cell.end + 1;
    }
    return row;
}

}  // namespace

Lines::Lines(std::string_view text) : text_(text) {
    for (std::size_t i = 0; i < text.size();) {
        begins_.push_back(i);
        i = text.find_first_of("\r\n", i);
        if (i == std::string_view::npos) break;
        i += text.substr(i, 2) == "\r\n" ? 2U : 1U;
    }
    if (begins_.empty()) begins_.push_back(0);
}

std::string_view Lines::operator[](std::size_t line) const {
    if (line >= count()) return {};
    const std::size_t end = line + 1 < count() ? begins_[line + 1] : text_.size();
    std::string_view found = text_.substr(begins_[line], end - begins_[line]);
    while (!found.empty() && (found.back() == '\n' || found.back() == '\r'))
        found.remove_suffix(1);
    return found;
}

std::size_t BlockContent::place(std::size_t offset) const {
    auto run =
        std::upper_bound(runs_.begin(), runs_.end(), offset,
                         [](std::size_t wanted, const Run& candidate) { return wanted < candidate.offset; });
    if (run == runs_.begin()) return offset;
    --run;
    return run->place + (offset - run->offset);
}

std::optional<BlockContent> locate_words(cmark_node* block, const Lines& lines) {
    const std::string_view words = content_of(block);
    // A heading marked with `#` holds no line break; one that is underlined ends with one.
    if (cmark_node_get_type(block) == CMARK_NODE_HEADING && words.find('\n') == std::string_view::npos)
        return locate_in_heading(block, words, lines);
    // Reference definitions in front of the words have been taken away, so they may begin some lines further
    // on.
    for (std::size_t first = first_line(block); first < lines.count(); ++first)
        if (auto content = locate_in_lines(words, lines, first)) return content;
    return std::nullopt;
}

std::optional<std::vector<BlockContent>> locate_cells(cmark_node* row, const Lines& lines,
                                                      std::size_t last_line) {
    std::vector<std::string_view> cells;
    for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr; cell = cmark_node_next(cell))
        cells.push_back(content_of(cell));
    // A head row says a line too early when words stand before it in the same paragraph; the row below knows
    // better.
    std::size_t first = first_line(row);
    cmark_node* const below = cmark_node_next(row);
    if (cmark_node_previous(row) == nullptr && below != nullptr && first_line(below) >= first + 2)
        first = first_line(below) - 2;
    for (std::size_t number = first; number <= last_line && number < lines.count(); ++number) {
        const std::string_view line = trimmed_end(lines[number]);
        // What stands before the row belongs to lists and quotations around it.
        for (std::size_t begin = 0; begin <= std::min(line.size(), longest_prefix); ++begin) {
            if (auto row_content = match_row(cells, line, begin, lines.begin(number))) return row_content;
            if (begin < line.size() && line[begin] == '|') break;
        }
    }
    return std::nullopt;
}

}  // namespace regioscope::markdown
