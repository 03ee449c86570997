#include "markdown/inline_reader.h"

#include <cmark-gfm-extension_api.h>
// cmark's own decoder of entities: the only list of their names that is sure to agree with its parser.
#include <cmark-gfm/houdini.h>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "markdown/characters.h"
#include "markdown/constructs.h"
#include "markdown/target.h"
#include "markdown/tree.h"

namespace regioscope::markdown {

namespace {

std::string_view type_of(cmark_node* node) {
    return cmark_node_get_type_string(node);
}

}  // namespace

Inlines InlineReader::read(cmark_node* block) {
    // Behind a reference definition words may begin with the spaces of their line.
    cursor_ = indentation_ = text().size() - trimmed_start(text()).size();
    Inlines inlines = read_children(block);
    if (lost_) {
        const Span where = span(0, trimmed_end(text()).size());
        if (too_deep_)
            reading_.findings.error(
                "too-deep", where,
                fmt::format("styles and links stand more than {} deep inside each other", max_depth));
        else
            reading_.findings.error("unreadable-text", where,
                                    "the places in this text cannot be told; write it more simply");
        return {};
    }
    check_leftovers(inlines);
    return inlines;
}

Inlines InlineReader::read_children(cmark_node* parent) {
    Inlines out;
    if (++depth_ > max_depth) {
        too_deep_ = true;
        lose();
    }
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr && !lost_;
         node = cmark_node_next(node))
        read_node(node, out);
    --depth_;
    return out;
}

void InlineReader::read_node(cmark_node* node, Inlines& out) {
    switch (cmark_node_get_type(node)) {
        case CMARK_NODE_TEXT:
            return read_text(literal_of(node), Backslashes::escape, out);
        case CMARK_NODE_SOFTBREAK:
            return read_break(out, false);
        case CMARK_NODE_LINEBREAK:
            return read_break(out, true);
        case CMARK_NODE_CODE:
            if (at(cursor_) == '{') return read_value(out);
            if (at(cursor_) == '@') return read_citation_text(literal_of(node), out);
            return read_code(node, out);
        case CMARK_NODE_HTML_INLINE:
            return read_html(literal_of(node));
        case CMARK_NODE_EMPH:
            return read_styled(node, Styled::Style::emphasis, 1, out);
        case CMARK_NODE_STRONG:
            return read_styled(node, Styled::Style::strong, 2, out);
        case CMARK_NODE_LINK:
            return read_link(node, out);
        case CMARK_NODE_IMAGE:
            return read_image(node, out);
        case CMARK_NODE_FOOTNOTE_REFERENCE:
            return read_footnote_mark(out);
        default:
            if (type_of(node) == "strikethrough") return read_styled(node, Styled::Style::deleted, 2, out);
            return lose();
    }
}

/// Adds the words [begin, end), which read as they stand, in as few texts as allow places inside them to be
/// found.
void InlineReader::add_words(std::size_t begin, std::size_t end, Inlines& out) {
    while (begin < end) {
        std::size_t stop = end;
        Span where = span(begin, stop);
        if (where.end - where.begin != stop - begin) {
            // Escapes of JSON or of a table cell stand in between: up to the first one, or just that one.
            stop = begin;
            next_code_point(text(), stop);
            where = span(begin, stop);
            while (stop < end && where.end - where.begin == stop - begin) {
                std::size_t next = stop;
                next_code_point(text(), next);
                const Span longer = span(begin, next);
                if (longer.end - longer.begin != next - begin) break;
                stop = next;
                where = longer;
            }
        }
        out.push_back({where, Text{std::string(text().substr(begin, stop - begin))}});
        begin = stop;
    }
}

/// An escape or entity at the cursor that reads as the literal begins: its length, else 0.
std::size_t InlineReader::unescape(std::string_view literal, Backslashes backslashes,
                                   std::string& decoded) const {
    if (backslashes == Backslashes::escape && at(cursor_) == '\\' && is_punctuation(at(cursor_ + 1)) &&
        literal.front() == at(cursor_ + 1)) {
        decoded = literal.substr(0, 1);
        return 2;
    }
    if (at(cursor_) != '&') return 0;
    const std::string_view entity = text().substr(cursor_ + 1, 40);
    cmark_strbuf buffer;
    cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0);
    const int length = houdini_unescape_ent(&buffer, reinterpret_cast<const std::uint8_t*>(entity.data()),
                                            static_cast<int>(entity.size()));
    decoded.assign(reinterpret_cast<const char*>(buffer.ptr), static_cast<std::size_t>(buffer.size));
    cmark_strbuf_free(&buffer);
    return length > 0 && literal.starts_with(decoded) ? static_cast<std::size_t>(length) + 1 : 0;
}

void InlineReader::read_text(std::string_view literal, Backslashes backslashes, Inlines& out) {
    if (behind_citation_) {
        behind_citation_ = false;
        if (!literal.starts_with(']') || at(cursor_) != ']') return lose();
        literal.remove_prefix(1);
        ++cursor_;
    }
    literal.remove_prefix(std::min(std::exchange(indentation_, 0), literal.size()));
    std::size_t begin = cursor_;
    std::string decoded;
    while (!literal.empty()) {
        if (const std::size_t length = unescape(literal, backslashes, decoded)) {
            add_words(begin, cursor_, out);
            out.push_back({span(cursor_, cursor_ + length), Text{decoded}});
            cursor_ += length;
            begin = cursor_;
            literal.remove_prefix(decoded.size());
        } else if (at(cursor_) == literal.front()) {
            ++cursor_;
            literal.remove_prefix(1);
        } else {
            return lose();
        }
    }
    add_words(begin, cursor_, out);
}

void InlineReader::read_break(Inlines& out, bool hard) {
    const std::size_t begin = cursor_;
    while (at(cursor_) == ' ' || at(cursor_) == '\t')
        ++cursor_;
    const bool by_backslash = hard && at(cursor_) == '\\';
    if (by_backslash) ++cursor_;
    if (at(cursor_) != '\n') return lose();
    const Span where = span(begin, ++cursor_);
    const std::size_t line = cursor_;
    while (at(cursor_) == ' ' || at(cursor_) == '\t')
        ++cursor_;
    if (by_backslash) indentation_ = cursor_ - line;
    if (hard)
        out.push_back({where, LineBreak{}});
    else
        out.push_back({where, SoftBreak{}});
}

void InlineReader::read_code(cmark_node* node, Inlines& out) {
    const std::size_t begin = cursor_;
    const std::size_t marks = std::min(text().find_first_not_of('`', begin), text().size()) - begin;
    if (marks == 0) return lose();
    for (std::size_t i = begin + marks; i < text().size();) {
        i = std::min(text().find('`', i), text().size());
        const std::size_t end = std::min(text().find_first_not_of('`', i), text().size());
        if (end - i == marks) {
            cursor_ = end;
            out.push_back({span(begin, end), Code{std::string(literal_of(node))}});
            return;
        }
        i = end;
    }
    lose();
}

void InlineReader::read_styled(cmark_node* node, Styled::Style style, std::size_t marks, Inlines& out) {
    const std::size_t begin = cursor_;
    const char mark = at(begin);
    if (mark != '*' && mark != '_' && mark != '~') return lose();
    cursor_ += marks;
    Inlines content = read_children(node);
    if (at(cursor_) != mark) return lose();
    cursor_ += marks;
    out.push_back({span(begin, cursor_), Styled{style, std::move(content)}});
}

void InlineReader::read_link(cmark_node* node, Inlines& out) {
    const std::size_t begin = cursor_;
    const char* const url = cmark_node_get_url(node);
    cmark_node* const words = cmark_node_first_child(node);
    Inlines content;
    if (at(begin) == '[') {
        ++cursor_;
        content = read_children(node);
        if (at(cursor_) != ']') return lose();
        cursor_ = end_of_link(text(), cursor_ + 1);
    } else if (words != nullptr) {
        // `<https://…>`, or bare.
        const bool bracketed = at(begin) == '<';
        if (bracketed) ++cursor_;
        read_text(literal_of(words), Backslashes::plain, content);
        if (bracketed) ++cursor_;
    }
    add_link({span(begin, cursor_), {}}, url, cmark_node_get_title(node), std::move(content), out);
}

void InlineReader::read_image(cmark_node* node, Inlines& out) {
    const std::size_t begin = cursor_;
    if (text().substr(cursor_, 2) != "![") return lose();
    cursor_ += 2;
    const Inlines content = read_children(node);
    if (at(cursor_) != ']') return lose();
    cursor_ = end_of_link(text(), cursor_ + 1);

    const Span where = span(begin, cursor_);
    const char* const url = cmark_node_get_url(node);
    const char* const title = cmark_node_get_title(node);
    auto target = read_target(url == nullptr ? std::string_view() : std::string_view(url));
    if (const auto* bad = std::get_if<BadTarget>(&target)) {
        reading_.findings.error(bad->code, where, bad->message);
        return;
    }
    const Target& file = std::get<Target>(target);
    if (file.kind != Target::Kind::file || file.path.empty()) {
        reading_.findings.error(
            "unsafe-link", where,
            fmt::format("'{}' is no file of the project; pictures are never loaded from elsewhere",
                        file.path));
        return;
    }
    std::string alt(trimmed(plain_text(content)));
    const bool only_words = std::none_of(content.begin(), content.end(), [](const Inline& part) {
        return std::holds_alternative<BoundValue>(part.what) || std::holds_alternative<Citation>(part.what);
    });
    if (!only_words)
        reading_.findings.error("missing-alt", where,
                                "a picture's description is plain words, without values and citations");
    else if (alt.empty())
        reading_.findings.error(
            "missing-alt", where,
            "the picture has no description for those who do not see it: ![description](file)");
    out.push_back(
        {where, Image{file.path, title == nullptr ? std::string() : std::string(title), std::move(alt)}});
}

void InlineReader::read_html(std::string_view literal) {
    if (text().substr(cursor_, literal.size()) != literal) return lose();
    // A comment is a note among editors.
    if (!literal.starts_with("<!--"))
        reading_.findings.error(
            "raw-html", span(cursor_, cursor_ + literal.size()),
            fmt::format("HTML is not read: '{}'; for the characters themselves write \\<", literal));
    cursor_ += literal.size();
}

void InlineReader::read_footnote_mark(Inlines& out) {
    const std::size_t begin = cursor_;
    const std::size_t end = text().find(']', begin);
    if (text().substr(begin, 2) != "[^" || end == std::string_view::npos) return lose();
    cursor_ = end + 1;
    out.push_back(
        {span(begin, cursor_), FootnoteMark{to_ascii_lower(text().substr(begin + 2, end - begin - 2))}});
}

}  // namespace regioscope::markdown
