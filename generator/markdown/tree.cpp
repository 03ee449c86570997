#include "markdown/tree.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm/houdini.h>

#include <algorithm>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>

#include "expression/parse.h"
#include "markdown/characters.h"

namespace regioscope::markdown {

namespace {

/// What the extension remembers between two calls: the text of the block it is in.
struct BlockText {
    const cmark_node* block = nullptr;
    std::string_view text;
    /// An expression was opened and never closed: what follows in this block is not looked at (it would cost
    /// time that grows with the square of the length, and there is a finding already).
    bool open = false;
};

/// Guarded by the mutex of parse_tree.
BlockText& block_text() {
    static BlockText current;
    return current;
}

cmark_node* make_leaf(std::string_view text) {
    cmark_node* node = cmark_node_new(CMARK_NODE_CODE);
    cmark_node_set_literal(node, std::string(text).c_str());
    return node;
}

/// `{{ … }}`: the end, or nothing.
std::optional<std::size_t> end_of_expression(BlockText& block, std::size_t begin) {
    if (block.open || block.text.substr(begin, 2) != "{{") return std::nullopt;
    const auto closing = expression::find_closing(block.text, begin + 2);
    if (!closing) {
        block.open = true;
        return std::nullopt;
    }
    return *closing + 2;
}

/// `@…` between brackets: the place of the closing one, or nothing.
std::optional<std::size_t> end_of_citation(std::string_view text, std::size_t begin) {
    if (begin == 0 || text[begin - 1] != '[') return std::nullopt;
    std::size_t backslashes = 0;
    while (backslashes + 1 < begin && text[begin - 2 - backslashes] == '\\')
        ++backslashes;
    if (backslashes % 2 == 1) return std::nullopt;
    const std::size_t end = text.find_first_of("[]", begin);
    if (end == std::string_view::npos || text[end] != ']') return std::nullopt;
    return end;
}

/// `&amp;` and the like mean characters in addresses too.
std::string without_entities(std::string_view text) {
    cmark_strbuf buffer;
    cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0);
    houdini_unescape_html_f(&buffer, reinterpret_cast<const std::uint8_t*>(text.data()),
                            static_cast<int>(text.size()));
    std::string out(reinterpret_cast<const char*>(buffer.ptr), static_cast<std::size_t>(buffer.size));
    cmark_strbuf_free(&buffer);
    return out;
}

/// Takes back the `https` that has already become text, and makes a link of all.
cmark_node* match_bare_link(cmark_node* parent, cmark_inline_parser* parser, std::string_view text,
                            std::size_t colon) {
    if (text.substr(colon, 3) != "://") return nullptr;
    if (cmark_inline_parser_in_bracket(parser, 0) != 0 || cmark_inline_parser_in_bracket(parser, 1) != 0)
        return nullptr;
    std::size_t begin = colon;
    while (begin > 0 && is_ascii_letter(text[begin - 1]) && colon - begin < 6)
        --begin;
    const std::string scheme = to_ascii_lower(text.substr(begin, colon - begin));
    if (scheme != "http" && scheme != "https") return nullptr;
    if (begin > 0 && (is_ascii_letter(text[begin - 1]) || is_digit(text[begin - 1]))) return nullptr;

    std::size_t end = std::min(text.find_first_of(" \t\n<>\"{}|[]`\\", colon), text.size());
    // As in GFM, punctuation at the end belongs to the sentence, and a parenthesis only if it was opened
    // inside.
    const std::string_view whole = text.substr(begin, end - begin);
    auto unmatched =
        std::count(whole.begin(), whole.end(), ')') - std::count(whole.begin(), whole.end(), '(');
    while (end > colon + 3) {
        const char last = text[end - 1];
        const bool stray = last == ')' && unmatched-- > 0;
        if (!stray && std::string_view("?!.,:;*_~'").find(last) == std::string_view::npos) break;
        --end;
        // An entity is punctuation too, and stays whole.
        std::size_t entity = end;
        while (last == ';' && entity > colon + 3 &&
               (is_ascii_letter(text[entity - 1]) || is_digit(text[entity - 1]) || text[entity - 1] == '#'))
            --entity;
        if (entity < end && text[entity - 1] == '&') end = entity - 1;
    }
    if (end <= colon + 3) return nullptr;

    const std::string url = without_entities(text.substr(begin, end - begin));
    cmark_node_unput(parent, static_cast<int>(colon - begin));
    cmark_node* link = cmark_node_new(CMARK_NODE_LINK);
    cmark_node_set_url(link, url.c_str());
    cmark_node* words = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(words, url.c_str());
    cmark_node_append_child(link, words);
    cmark_inline_parser_set_offset(parser, static_cast<int>(end));
    return link;
}

cmark_node* match_inline(cmark_syntax_extension*, cmark_parser*, cmark_node* parent, unsigned char character,
                         cmark_inline_parser* parser) {
    if (character != '{' && character != '@' && character != ':') return nullptr;
    BlockText& block = block_text();
    if (block.block != parent) block = {parent, cmark_node_get_string_content(parent), false};

    const auto begin = static_cast<std::size_t>(cmark_inline_parser_get_offset(parser));
    if (character == ':') return match_bare_link(parent, parser, block.text, begin);
    const auto end = character == '{' ? end_of_expression(block, begin) : end_of_citation(block.text, begin);
    if (!end) return nullptr;
    cmark_inline_parser_set_offset(parser, static_cast<int>(*end));
    return make_leaf(block.text.substr(begin, *end - begin));
}

cmark_syntax_extension* make_extension() {
    cmark_syntax_extension* extension = cmark_syntax_extension_new("regioscope");
    cmark_llist* characters = nullptr;
    for (const char c : {'{', '@', ':'}) {
        // cmark keeps characters in the pointers of a list.
        // NOLINTNEXTLINE(performance-no-int-to-ptr)
        void* const item = reinterpret_cast<void*>(static_cast<std::uintptr_t>(c));
        characters = cmark_llist_append(cmark_get_default_mem_allocator(), characters, item);
    }
    cmark_syntax_extension_set_special_inline_chars(extension, characters);
    cmark_syntax_extension_set_match_inline_func(extension, match_inline);
    return extension;
}

}  // namespace

Tree parse_tree(std::string_view text) {
    static std::mutex mutex;
    const std::lock_guard lock(mutex);

    static cmark_syntax_extension* const ours = [] {
        cmark_gfm_core_extensions_ensure_registered();
        return make_extension();
    }();
    block_text() = {};
    const std::unique_ptr<cmark_parser, void (*)(cmark_parser*)> parser(
        cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE), cmark_parser_free);
    for (cmark_syntax_extension* const extension :
         {cmark_find_syntax_extension("table"), cmark_find_syntax_extension("strikethrough"), ours})
        cmark_parser_attach_syntax_extension(parser.get(), extension);
    cmark_parser_feed(parser.get(), text.data(), text.size());
    return Tree(cmark_parser_finish(parser.get()));
}

}  // namespace regioscope::markdown
