#include "markdown/block_reader.h"

#include <cmark-gfm-core-extensions.h>
#include <fmt/format.h>

#include <algorithm>

#include "expression/parse.h"
#include "markdown/characters.h"
#include "markdown/constructs.h"
#include "markdown/inline_reader.h"
#include "markdown/tree.h"

namespace regioscope::markdown {

namespace {

std::size_t line_from_zero(int line) {
    return line > 0 ? static_cast<std::size_t>(line) - 1 : 0;
}

/// A block whose span is that of the blocks in it.
Span span_of(const Blocks& blocks, Span otherwise) {
    return blocks.empty() ? otherwise : join(blocks.front().span, blocks.back().span);
}

/// Takes `[!kind] title` off the first line of a paragraph.
struct AsideHead {
    std::string kind;
    Span span;
    Inlines title;
};

std::optional<AsideHead> take_aside_head(Paragraph& paragraph) {
    if (paragraph.content.empty()) return std::nullopt;
    auto* first = std::get_if<Text>(&paragraph.content.front().what);
    if (first == nullptr || !first->text.starts_with("[!")) return std::nullopt;
    const std::size_t end = first->text.find(']');
    if (end == std::string::npos) return std::nullopt;

    AsideHead head;
    head.kind = first->text.substr(2, end - 2);
    Span& where = paragraph.content.front().span;
    head.span = {where.source, where.begin, where.begin + static_cast<std::uint32_t>(end) + 1};
    const std::size_t words = std::min(first->text.find_first_not_of(' ', end + 1), first->text.size());
    first->text.erase(0, words);
    where.begin += static_cast<std::uint32_t>(words);

    const auto line_end =
        std::find_if(paragraph.content.begin(), paragraph.content.end(), [](const Inline& part) {
            return std::holds_alternative<SoftBreak>(part.what) ||
                   std::holds_alternative<LineBreak>(part.what);
        });
    const auto title_begin = paragraph.content.begin() + (first->text.empty() ? 1 : 0);
    head.title.assign(std::make_move_iterator(title_begin), std::make_move_iterator(line_end));
    paragraph.content.erase(paragraph.content.begin(),
                            line_end == paragraph.content.end() ? line_end : line_end + 1);
    return head;
}

}  // namespace

void BlockReader::read_document(cmark_node* root, Document::Content& content) {
    Items items;
    for (cmark_node* node = cmark_node_first_child(root); node != nullptr; node = cmark_node_next(node)) {
        if (cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION)
            content.footnotes.push_back(read_footnote(node));
        else
            read_node(node, items);
    }
    content.blocks = fold_controls(std::move(items), reading_.findings);
    check_unused_footnotes(content.footnotes);
}

Blocks BlockReader::read_children(cmark_node* parent) {
    Items items;
    if (++depth_ <= max_depth) {
        for (cmark_node* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node))
            read_node(node, items);
    } else if (!too_deep_) {
        too_deep_ = true;
        reading_.findings.error(
            "too-deep", lines_span(parent),
            fmt::format("lists and quotations stand more than {} deep inside each other", max_depth));
    }
    --depth_;
    return fold_controls(std::move(items), reading_.findings);
}

void BlockReader::read_node(cmark_node* node, Items& out) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (reading_.mode == Mode::line && type != CMARK_NODE_PARAGRAPH) {
        reading_.findings.error("block-in-text", lines_span(node),
                                fmt::format("this text is one line of words, but begins a {}; write a "
                                            "backslash before the sign that does",
                                            cmark_node_get_type_string(node)));
        return;
    }
    switch (type) {
        case CMARK_NODE_PARAGRAPH:
            return read_paragraph(node, out);
        case CMARK_NODE_HEADING:
            return read_heading(node, out);
        case CMARK_NODE_LIST:
            return read_list(node, out);
        case CMARK_NODE_BLOCK_QUOTE:
            return read_quote(node, out);
        case CMARK_NODE_THEMATIC_BREAK:
            out.emplace_back(Block{lines_span(node), Rule{}});
            return;
        case CMARK_NODE_CODE_BLOCK: {
            code_lines_.emplace_back(line_from_zero(cmark_node_get_start_line(node)),
                                     line_from_zero(cmark_node_get_end_line(node)));
            const char* const info = cmark_node_get_fence_info(node);
            const std::string_view language = info == nullptr ? std::string_view() : std::string_view(info);
            out.emplace_back(Block{lines_span(node),
                                   CodeBlock{std::string(language.substr(0, language.find_first_of(" \t"))),
                                             std::string(literal_of(node))}});
            return;
        }
        case CMARK_NODE_HTML_BLOCK:
            if (!trimmed(literal_of(node)).starts_with("<!--"))
                reading_.findings.error("raw-html", lines_span(node),
                                        "HTML is not read; write Markdown, or \\< for the character itself");
            return;
        default:
            if (std::string_view(cmark_node_get_type_string(node)) == "table") return read_table(node, out);
            reading_.findings.error("unreadable-text", lines_span(node), "a block of an unknown kind");
    }
}

Inlines BlockReader::read_words(cmark_node* block) {
    if (cmark_node_first_child(block) == nullptr) return {};
    const auto content = locate_words(block, lines_);
    if (content) return InlineReader(*content, reading_).read(block);
    reading_.findings.error("unreadable-text", lines_span(block),
                            "the places in this text cannot be told; write it more simply");
    return {};
}

void BlockReader::read_paragraph(cmark_node* node, Items& out) {
    const auto content = locate_words(node, lines_);
    if (content && reading_.mode != Mode::line && read_lone_expression(*content, out)) return;
    const Span where =
        content ? reading_.span(content->place(0), content->end_place(trimmed_end(content->text()).size()))
                : lines_span(node);
    Inlines words = content ? InlineReader(*content, reading_).read(node) : read_words(node);
    if (words.empty()) return;
    if (reading_.mode == Mode::line && !out.empty()) {
        reading_.findings.error("block-in-text", where,
                                "this text is one line of words, but a second paragraph begins here");
        return;
    }
    out.emplace_back(Block{where, Paragraph{std::move(words)}});
}

bool BlockReader::read_lone_expression(const BlockContent& content, Items& out) {
    const std::string_view text = trimmed_end(content.text());
    if (!text.starts_with("{{") || !text.ends_with("}}")) return false;
    const auto closing = expression::find_closing(text, 2);
    if (!closing || *closing + 2 != text.size()) return false;
    if (!control_word(text.substr(2, *closing - 2)).empty()) return read_control(content, *closing, out);

    const auto parsed = expression::parse(reading_.passage, content.place(2), content.place(*closing),
                                          {expression::ParseOptions::Filters::refused, nullptr});
    if (!parsed || !calls_figure(*parsed)) return false;
    const Span where = reading_.span(content.place(0), content.end_place(text.size()));
    if (auto id = figure_id(*parsed))
        out.emplace_back(Block{where, Figure{std::move(*id)}});
    else
        reading_.findings.error(
            "figure-id", where,
            "a figure is named by one id in quotes: {{ figure(\"sector-composition\") }}");
    return true;
}

/// `text` is one expression that ends at `closing` and begins with a word that makes it a statement.
bool BlockReader::read_control(const BlockContent& content, std::size_t closing, Items& out) {
    const std::string_view text = content.text();
    const std::string_view inner = text.substr(2, closing - 2);
    const std::string_view word = control_word(inner);
    Control control;
    control.span = reading_.span(content.place(0), content.end_place(closing + 2));
    control.word = word == "if"     ? Control::Word::if_
                   : word == "else" ? Control::Word::else_
                   : word == "for"  ? Control::Word::for_
                                    : Control::Word::end;

    std::size_t begin = 2 + inner.find(word) + word.size();
    if (control.word == Control::Word::else_ || control.word == Control::Word::end) {
        if (!trimmed(text.substr(begin, closing - begin)).empty())
            reading_.findings.error("unbalanced-control", control.span,
                                    fmt::format("nothing stands behind '{}'", word));
        out.emplace_back(std::move(control));
        return true;
    }
    if (control.word == Control::Word::for_) {
        const std::string_view clause = text.substr(begin, closing - begin);
        const std::string_view name = trimmed(clause).substr(0, trimmed(clause).find_first_of(" \t\n"));
        const std::size_t in =
            begin + std::min(clause.find(" in ", clause.find(name) + name.size()), clause.size());
        const bool is_name = !name.empty() && (is_ascii_letter(name.front()) || name.front() == '_') &&
                             std::all_of(name.begin(), name.end(), [](char c) {
                                 return is_ascii_letter(c) || is_digit(c) || c == '_';
                             });
        if (!is_name || in + 4 > closing) {
            reading_.findings.error("unbalanced-control", control.span,
                                    "a repetition is written {{ for region in set(\"dutch-regions\") }}");
            out.emplace_back(std::move(control));
            return true;
        }
        control.name = name;
        begin = in + 4;
    }
    auto parsed = expression::parse(reading_.passage, content.place(begin), content.place(closing),
                                    {expression::ParseOptions::Filters::refused, nullptr});
    if (parsed)
        control.expression = std::move(*parsed);
    else
        reading_.findings.add(std::move(parsed).finding());
    control.normalized = normalized_expression(trimmed(text.substr(begin, closing - begin)));
    out.emplace_back(std::move(control));
    return true;
}

void BlockReader::read_heading(cmark_node* node, Items& out) {
    Inlines words = read_words(node);
    if (words.empty()) {
        reading_.findings.error("empty-heading", lines_span(node), "a heading without words");
        return;
    }
    const Span where = join(words.front().span, words.back().span);
    out.emplace_back(Block{where, Heading{cmark_node_get_heading_level(node), {}, std::move(words)}});
}

void BlockReader::read_list(cmark_node* node, Items& out) {
    Bullets list;
    if (cmark_node_get_list_type(node) == CMARK_ORDERED_LIST) list.start = cmark_node_get_list_start(node);
    list.tight = cmark_node_get_list_tight(node) != 0;
    for (cmark_node* item = cmark_node_first_child(node); item != nullptr; item = cmark_node_next(item))
        list.items.push_back(read_children(item));
    Span where = lines_span(node);
    if (!list.items.empty() && !list.items.front().empty() && !list.items.back().empty())
        where = join(list.items.front().front().span, list.items.back().back().span);
    out.emplace_back(Block{where, std::move(list)});
}

void BlockReader::read_quote(cmark_node* node, Items& out) {
    Blocks content = read_children(node);
    const Span where = span_of(content, lines_span(node));
    auto* first = content.empty() ? nullptr : std::get_if<Paragraph>(&content.front().what);
    auto head = first == nullptr ? std::nullopt : take_aside_head(*first);
    if (!head) {
        out.emplace_back(Block{where, Quote{std::move(content)}});
        return;
    }
    if (head->kind != "aside" && head->kind != "definition")
        reading_.findings.error(
            "unknown-aside", head->span,
            fmt::format("there is no '[!{}]'; write [!aside] or [!definition]", head->kind));
    if (first->content.empty())
        content.erase(content.begin());
    else
        content.front().span = join(first->content.front().span, first->content.back().span);
    const auto kind = head->kind == "definition" ? Aside::Kind::definition : Aside::Kind::aside;
    out.emplace_back(Block{where, Aside{kind, std::move(head->title), std::move(content)}});
}

void BlockReader::read_table(cmark_node* node, Items& out) {
    Table table;
    const std::size_t columns = cmark_gfm_extensions_get_table_columns(node);
    const std::uint8_t* const alignments = cmark_gfm_extensions_get_table_alignments(node);
    for (std::size_t i = 0; i < columns; ++i) {
        const char letter = alignments == nullptr ? '\0' : static_cast<char>(alignments[i]);
        table.columns.push_back(letter == 'l'   ? Table::Alignment::left
                                : letter == 'c' ? Table::Alignment::centre
                                : letter == 'r' ? Table::Alignment::right
                                                : Table::Alignment::none);
    }
    const std::size_t last_line = line_from_zero(cmark_node_get_end_line(node));
    for (cmark_node* row = cmark_node_first_child(node); row != nullptr; row = cmark_node_next(row)) {
        if (cmark_gfm_extensions_get_table_row_is_header(row) != 0)
            table.head = read_row(row, last_line);
        else
            table.rows.push_back(read_row(row, last_line));
    }
    const Span where = join(table.head.span, table.rows.empty() ? table.head.span : table.rows.back().span);
    out.emplace_back(Block{where, std::move(table)});
}

Table::Row BlockReader::read_row(cmark_node* row, std::size_t last_line) {
    Table::Row read;
    read.span = lines_span(row);
    const auto contents = locate_cells(row, lines_, last_line);
    if (!contents) {
        reading_.findings.error("unreadable-text", read.span,
                                "the places in this table row cannot be told; write it more simply");
        return read;
    }
    std::size_t i = 0;
    for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr; cell = cmark_node_next(cell))
        read.cells.push_back(InlineReader((*contents)[i++], reading_).read(cell));
    if (!contents->empty())
        read.span = reading_.span(contents->front().place(0),
                                  contents->back().end_place(contents->back().text().size()));
    return read;
}

Footnote BlockReader::read_footnote(cmark_node* node) {
    Footnote footnote;
    const std::string_view line = lines_[line_from_zero(cmark_node_get_start_line(node))];
    const auto column = static_cast<std::size_t>(std::max(cmark_node_get_start_column(node) - 1, 0));
    const std::size_t mark = line.rfind("[^", column);
    const std::size_t end = line.find("]:", mark == std::string_view::npos ? 0 : mark);
    if (mark != std::string_view::npos && end != std::string_view::npos)
        footnote.label = to_ascii_lower(line.substr(mark + 2, end - mark - 2));
    footnote.content = read_children(node);
    footnote.span = span_of(footnote.content, lines_span(node));
    return footnote;
}

/// cmark drops footnotes that nobody refers to, and with them their words.
void BlockReader::check_unused_footnotes(const std::vector<Footnote>& used) {
    for (std::size_t number = 0; number < lines_.count(); ++number) {
        const std::string_view line = lines_[number];
        const std::size_t mark = line.find_first_not_of(' ');
        if (mark == std::string_view::npos || mark > 3 || line.substr(mark, 2) != "[^") continue;
        const std::size_t end = line.find("]:", mark);
        if (end == std::string_view::npos || line.find(']', mark) != end) continue;
        const bool is_code = std::any_of(code_lines_.begin(), code_lines_.end(), [&](const auto& lines) {
            return lines.first <= number && number <= lines.second;
        });
        const std::string label = to_ascii_lower(line.substr(mark + 2, end - mark - 2));
        const bool is_used = std::any_of(used.begin(), used.end(),
                                         [&](const Footnote& footnote) { return footnote.label == label; });
        if (is_code || is_used) continue;
        const std::size_t begin = lines_.begin(number) + mark;
        reading_.findings.warning("unused-footnote", reading_.span(begin, begin + end + 1 - mark),
                                  fmt::format("nothing refers to the footnote '{}'", label));
    }
}

Span BlockReader::lines_span(cmark_node* block) const {
    const std::size_t first = std::min(line_from_zero(cmark_node_get_start_line(block)), lines_.count() - 1);
    const std::size_t last =
        std::clamp(line_from_zero(cmark_node_get_end_line(block)), first, lines_.count() - 1);
    const std::string_view line = lines_[first];
    const auto column = static_cast<std::size_t>(std::max(cmark_node_get_start_column(block) - 1, 0));
    return reading_.span(lines_.begin(first) + std::min(column, line.size()),
                         lines_.begin(last) + lines_[last].size());
}

}  // namespace regioscope::markdown
