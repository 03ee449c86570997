// The only place that calls cmark's parser. Private to the room: no other room includes it.
//
// cmark's own positions of inlines are not reliable, and those of nodes made by extensions are missing. So
// the tree is used for structure only; places are found by reading the text along with it (see
// inline_reader.h).
#pragma once

#include <cmark-gfm.h>

#include <memory>
#include <string_view>

namespace regioscope::markdown {

struct NodeDeleter {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Tree = std::unique_ptr<cmark_node, NodeDeleter>;

/// Parses a text. Constructs of ours come as CMARK_NODE_CODE, the only leaf that tables keep; what they are
/// is told by the character they begin with: `{` for a bound value, `@` for a citation (its brackets stay
/// texts). A bare `http://…` is a link. cmark keeps tables of special characters for all parsers at once: one
/// text at a time is parsed.
Tree parse_tree(std::string_view text);

/// The text of a leaf; empty for a node that has none.
inline std::string_view literal_of(cmark_node* node) {
    const char* literal = cmark_node_get_literal(node);
    return literal == nullptr ? std::string_view() : std::string_view(literal);
}

}  // namespace regioscope::markdown
