#include "markdown/block_content.h"

#include <cmark-gfm-extension_api.h>

#include <algorithm>

#include "markdown/characters.h"

namespace regioscope::markdown {

namespace {

/// Marks of lists and quotations before a table row; more would be too deep anyway.
constexpr std::size_t longest_prefix = 400;

/// A block into which cmark never wrote has no terminated content; it has no children either.
std::string_view content_of(cmark_node* node) {
    if (cmark_node_first_child(node) == nullptr) return {};
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

/// Words that stand before a table in the same paragraph have lost the backslashes of `\|`.
enum class Pipes { as_written, unescaped };

/// Do the words end this line? Then says where they stand: compared from the end, as what stands before them
/// belongs to lists and quotations.
bool locate_at_end(std::string_view words, std::size_t offset, std::string_view line, std::size_t line_begin,
                   Pipes pipes, BlockContent& content) {
    std::vector<std::pair<std::size_t, std::size_t>> breaks;
    std::size_t i = words.size();
    std::size_t place = line.size();
    while (i > 0) {
        if (place == 0 || words[i - 1] != line[place - 1]) return false;
        --i;
        --place;
        if (pipes == Pipes::unescaped && line[place] == '|' && place > 0 && line[place - 1] == '\\') {
            breaks.emplace_back(i, place);
            --place;
        }
    }
    if (breaks.empty() || breaks.back().first != 0) content.stands_at(offset, line_begin + place);
    for (auto found = breaks.rbegin(); found != breaks.rend(); ++found)
        content.stands_at(offset + found->first, line_begin + found->second);
    return true;
}

/// Each line of the words ends one of consecutive lines of the text.
std::optional<BlockContent> locate_in_lines(std::string_view words, const Lines& lines, std::size_t first,
                                            Pipes pipes) {
    const Lines word_lines(words);
    BlockContent content(words);
    for (std::size_t i = 0; i < word_lines.count(); ++i) {
        if (first + i >= lines.count()) return std::nullopt;
        // Tabs at the beginning may have become spaces; nobody asks where those stand.
        const std::string_view words_on_line = trimmed_start(word_lines[i]);
        const std::size_t offset = word_lines.begin(i) + word_lines[i].size() - words_on_line.size();
        if (!locate_at_end(trimmed_end(words_on_line), offset, trimmed_end(lines[first + i]),
                           lines.begin(first + i), pipes, content))
            return std::nullopt;
    }
    return content;
}

/// A cell of a line from `begin` up to the end or a `|` without a backslash (for cmark one is enough: `\\|`
/// too).
struct RawCell {
    std::size_t begin;
    std::size_t end;
};

RawCell next_cell(std::string_view line, std::size_t begin) {
    std::size_t end = line.find('|', begin);
    while (end != std::string_view::npos && end > begin && line[end - 1] == '\\')
        end = line.find('|', end + 1);
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
    const Pipes pipes = cmark_node_get_start_line(block) == 0 ? Pipes::unescaped : Pipes::as_written;
    // Reference definitions in front of the words have been taken away, so they may begin some lines further
    // on.
    for (std::size_t first = first_line(block); first < lines.count(); ++first)
        if (auto content = locate_in_lines(words, lines, first, pipes)) return content;
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
