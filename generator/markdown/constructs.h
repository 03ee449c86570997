// The constructs that are ours rather than Markdown's, read from their letters. Private to the room.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "expression/node.h"

namespace regioscope::markdown {

/// An expression with double quotes where possible and spaces only where words would run together.
std::string normalized_expression(std::string_view text);

/// A word with which a statement rather than a value begins: `if`, `else`, `for`, `end`; else empty.
std::string_view control_word(std::string_view expression);

/// Is it `figure(…)`?
bool calls_figure(const expression::Expression& expression);
/// The id in `figure("id")`; nothing when the call has any other form.
std::optional<std::string> figure_id(const expression::Expression& expression);

/// One `@source#part, locator` of a citation; offsets count in the citation's text.
struct CitedPart {
    std::string source;
    std::string part;
    std::string locator;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// `@a, Tabel 2; @b#part`: without the brackets. A part whose source is empty is malformed.
std::vector<CitedPart> read_citation(std::string_view text);

/// Where a link or image ends, given the offset behind the `]` that ends its words and that there is a link:
/// behind `(…)`, behind `[…]`, or right there.
std::size_t end_of_link(std::string_view text, std::size_t behind_words);

}  // namespace regioscope::markdown
